import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SubmitInput } from '../../typings/contract/commands'
import type { Receipt } from '../../typings/contract/views'
import { refuse } from '../domain/errors'
import { explain } from '../domain/sla/explain'
import { ticketNumber } from '../domain/ticket/number'
import { inlineText } from '../domain/ticket/inline-text'
import { hear } from '../domain/ticket/hear'
import { openTicket } from '../domain/ticket/open-ticket'
import { calendarNamed, rulesOf, type Rules } from '../domain/ticket/rules'
import { plainDispatch } from '../domain/ticket/plain-dispatch'
import type { Ticket } from '../domain/ticket/ticket'
import { indexDirectory } from '../domain/routing/index-directory'
import { type CallContext, operation } from '../platform/operation'
import { anonymousAlias, receiptCode, receiptHash, ticketIdFor } from '../platform/secrets'
import { keepMapping } from '../platform/stores/caller-store'
import { keepText } from '../platform/stores/text-store'
import { findTicket, insertTicket } from '../platform/stores/ticket-store'
import { limits, shapes } from './shapes'

/** More questions than any service asks. */
const answersMost = 20

const input: z.ZodType<SubmitInput> = z.object({
  kind: shapes.kind,
  subject: z.string().trim().max(limits.subject).optional(),
  description: z.string().trim().min(1).max(limits.channelDescription),
  serviceCode: shapes.id.optional(),
  place: z.object({
    areaId: shapes.id,
    address: z.string().trim().max(limits.address).optional(),
    point: shapes.point.optional(),
  }),
  answers: z
    .record(z.string().regex(/^[\w-]{1,40}$/), z.string().max(limits.address))
    .refine((answers) => Object.keys(answers).length <= answersMost)
    .optional(),
  attachments: shapes.attachments.optional(),
  secrecy: z.enum(['named', 'confidential', 'anonymous']),
  name: shapes.name.optional(),
  phone: shapes.phone.optional(),
  notify: z.boolean().optional(),
  share: z.boolean().optional(),
  priority: z.boolean().optional(),
  priorityGroup: shapes.priorityGroup.optional(),
  behalf: z
    .object({
      relation: z.enum(['gridWorker', 'family', 'neighbour']),
      consent: z.enum(['present', 'telephone', 'written']),
    })
    .optional(),
  againstDepartmentId: shapes.id.optional(),
  channel: z.enum(['wechat', 'hotline', 'letter', 'visit', 'patrol', 'import']).optional(),
})

/** A collision of numbers retries with another random part. */
const numberTries = 3

/** 提交:一次插入。编号由本人和手机的命令号生成,重发不会变成两件。 */
export const submit = operation('tickets.submit', {
  input,
  async run(context): Promise<Receipt> {
    const { commandId, caller, now } = context
    if (commandId === undefined) return refuse('COMMAND_ID_MISSING', 'commandId')
    guardChannel(context)
    const proxyPostId = guardBehalf(context)
    const { openid, aliases } = caller
    // Who takes a call down at the hotline is not its caller: it is followed by its code, and evaluated by telephone.
    const { behalf, secrecy } = context.input
    const takenDown = !isFromPhone(context.input) && !behalf
    const nameless = takenDown || secrecy === 'anonymous'
    const alias = nameless ? anonymousAlias(openid, commandId) : (aliases[0] ?? refuse('NOT_IDENTIFIED'))
    const code = nameless || behalf ? receiptCode(openid, commandId) : undefined
    const ticketId = ticketIdFor(openid, commandId)
    const long = context.input.description.length > inlineText
    const rules = rulesOf(context.directory)
    const heard = hear(context.input, context.directory)

    for (let attempt = 1; attempt <= numberTries; attempt++) {
      const ticket = openTicket(
        { ...context.input, ...(takenDown && { notify: false }) },
        {
          ticketId,
          alias,
          number: ticketNumber(now, [...randomBytes(6)]),
          ...(code && { receiptHash: receiptHash(code) }),
          ...(long && { textId: `${ticketId}:description` }),
          ...(proxyPostId && { proxyPostId }),
        },
        { at: now, by: { role: 'resident', alias }, rules },
        heard,
      )
      if (long) await keepText(`${ticketId}:description`, ticketId, context.input.description)
      if (ticket.caller.notify) await keepMapping(alias, openid)
      if (await insertTicket(ticket)) return receiptFor(ticket, rules, code)
      const first = await findTicket(ticketId)
      if (first) return receiptFor(first, rules, code)
    }
    return refuse('COMMAND_BUSY')
  },
})

/** From a phone it is always wechat and at most 2,000 characters; other doors are the staff's who sit at them. */
function guardChannel({ input, caller }: CallContext<SubmitInput>) {
  const fromPhone = isFromPhone(input)
  if (fromPhone && input.description.length > limits.description) refuse('TEXT_TOO_LONG', 'input.description')
  if (!fromPhone && caller.posts.length === 0) refuse('NOT_ALLOWED', 'input.channel')
}

const isFromPhone = ({ channel }: SubmitInput): boolean => channel === undefined || channel === 'wechat'

/** 代办: who is helped can be called back, and nobody passes for a grid worker. @returns a grid worker's post. */
function guardBehalf({ input, caller }: CallContext<SubmitInput>): string | undefined {
  const { behalf, secrecy, phone } = input
  if (!behalf) return undefined
  if (secrecy === 'anonymous') refuse('INVALID_INPUT', 'input.secrecy')
  if (!phone) refuse('INVALID_INPUT', 'input.phone')
  if (behalf.relation !== 'gridWorker') return undefined
  const post = caller.posts.find(({ role }) => role === 'gridWorker')
  return post?._id ?? refuse('NOT_ALLOWED', 'input.behalf.relation')
}

function receiptFor(ticket: Ticket, rules: Rules, code: string | undefined): Receipt {
  const promise = ticket.clocks.find(({ kind }) => kind === 'promise') ?? refuse('TICKET_NOT_FOUND')
  const calendar = calendarNamed(promise.calendarId, rules.directory)
  const { departments, services } = indexDirectory(rules.directory)
  const department = departments.get(ticket.lead?.departmentId ?? '')?.name
  return {
    ticketId: ticket._id,
    number: ticket.number,
    version: ticket.version,
    status: ticket.status,
    ...(department && { department }),
    reason: department
      ? plainDispatch(department, services.get(ticket.serviceCode ?? '')?.name)
      : '区民呼我应中心会尽快确定由哪个单位办理。',
    dueAt: promise.dueAt,
    explanation: explain(promise, { calendar, profile: rules.profile }),
    ...(code && { receiptCode: code }),
  }
}
