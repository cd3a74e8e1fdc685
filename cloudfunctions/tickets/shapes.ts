import { z } from 'zod'
import type { Limits } from '../../typings/contract/limits'

/** Stated as literals: a drift from the contract fails to compile. */
export const limits = {
  subject: 100,
  description: 2000,
  channelDescription: 20000,
  reply: 20000,
  supplement: 500,
  supplements: 10,
  attachments: 9,
  address: 200,
  note: 500,
  reason: 500,
  pageSize: 20,
  pageSizeMost: 100,
  ticketBytes: 65536,
} as const satisfies Limits

const id = z.string().min(1).max(80)

const point = z.object({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })
const file = z.string().min(1).max(300)

export const shapes = {
  id,
  point,
  reason: z.string().trim().min(1).max(limits.reason),
  note: z.string().trim().min(1).max(limits.note),
  reply: z.string().trim().min(1).max(limits.reply),
  ids: z.array(id).min(1).max(20),
  instant: z.int().positive(),
  limit: z.object({
    amount: z.int().positive().max(365),
    unit: z.enum(['naturalHour', 'naturalDay', 'workDay', 'workMinute']),
  }),
  kind: z.enum(['consult', 'help', 'complaint', 'report', 'suggestion']),
  limitClass: z.enum(['emergency', 'utility', 'consult', 'suggestion', 'general', 'complex']),
  grade: z.enum(['verySatisfied', 'satisfied', 'fairlySatisfied', 'dissatisfied', 'veryDissatisfied']),
  cause: z.enum(['refuses', 'overdue', 'shouldHaveSolved', 'negativeEffect', 'other']),
  attachments: z
    .array(
      z.object({
        fileId: z.string().min(1).max(300),
        type: z.enum(['photo', 'video', 'voice', 'file']),
        point: point.optional(),
      }),
    )
    .max(limits.attachments),
  priorityGroup: z.enum(['old', 'disabled', 'minor', 'subsistence', 'entitled']),
  name: z.string().trim().max(30),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d-]{5,20}$/),
  commission: z.object({ agreement: z.string().trim().min(1).max(80), amount: z.int().positive() }),
  publication: {
    hide: z.array(z.string().trim().min(1).max(30)).max(20),
    photos: z.array(z.object({ fileId: file, copyId: file.optional() })).max(30),
  },
  /** An anonymous caller's proof that the ticket is theirs. */
  receiptCode: z.string().max(30),
}

/** What every command on a ticket carries. */
export const onTicket = { ticketId: id }

/** What every command of a caller carries. */
export const byCaller = { ticketId: id, receiptCode: shapes.receiptCode.optional() }
