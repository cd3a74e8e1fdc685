import { z } from 'zod'
import type { PaperFile } from '../../typings/contract/papers'
import { refuse } from '../domain/errors'
import { operation } from '../platform/operation'
import { drawPdf } from '../platform/pdf/draw-pdf'
import { keepFile } from '../platform/stores/file-store'
import { findText } from '../platform/stores/text-store'
import { findTicket } from '../platform/stores/ticket-store'
import { pageOf } from '../platform/ticket-page'
import { drawTicket } from './ticket-paper'

/**
 * 一件诉求的办理记录,交信访或法院:来看的人能看到什么,里面才有什么;内部的话从不在里面,群众是谁只在要求时写。
 */
export const ticket = operation('papers.ticket', {
  input: z.object({
    ticketId: z.string().min(1).max(80),
    receiptCode: z.string().max(30).optional(),
    withCaller: z.boolean().default(false),
  }),
  async run(context): Promise<PaperFile> {
    const { input, directory, now } = context
    const found = (await findTicket(input.ticketId)) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
    const page = await pageOf(found, context)
    const replies = await Promise.all(
      (page.ticket.replies ?? []).map(async (reply) => ({
        ...reply,
        text: (reply.textId && (await findText(reply.textId))) || reply.text,
      })),
    )
    const { tenantName } = directory.settings
    const head = { title: '诉求办理记录', foot: `${tenantName}  编号 ${found.number}`, at: now }
    const file = await drawPdf(head, (paper) => {
      drawTicket(paper, { ...page, ticket: { ...page.ticket, replies } }, { tenantName, ...input })
    })
    return { fileId: await keepFile('papers', `${found.number}.pdf`, file), bytes: file.length }
  },
})
