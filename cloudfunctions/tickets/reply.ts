import { z } from 'zod'
import { inlineText } from '../domain/ticket/inline-text'
import { command } from '../platform/command'
import { keepText } from '../platform/stores/text-store'
import { onTicket, shapes } from './shapes'

/** 答复:给群众的话和内部说明分开;很长的全文另存。 */
export const reply = command(
  'reply',
  z.object({
    ...onTicket,
    text: shapes.reply,
    internalText: shapes.note.optional(),
    publish: z.boolean(),
    attachments: shapes.attachments.optional(),
  }),
  {
    enrich(input, commandId) {
      return input.text.length > inlineText ? { ...input, textId: `${input.ticketId}:${commandId}` } : input
    },
    async first({ textId, ticketId, text }) {
      if (textId) await keepText(textId, ticketId, text)
    },
  },
)
