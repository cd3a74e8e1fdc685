import { z } from 'zod'
import type {
  AnswerConsentsInput,
  ConsentInput,
  ConsentOffer,
  ConsentPage,
} from '../../typings/contract/notification'
import { refuse } from '../domain/errors'
import { wantsToHear } from '../domain/notification/opt-in'
import type { SubscribeTemplate } from '../domain/notification/we-chat-fields'
import type { Ticket } from '../domain/ticket/ticket'
import type { Caller } from '../platform/caller'
import { type CallContext, operation } from '../platform/operation'
import { receiptHashes } from '../platform/secrets'
import { keepMapping } from '../platform/stores/caller-store'
import { consentsOf, keepAnswer } from '../platform/stores/consent-store'
import { findByReceipt, saveTicket } from '../platform/stores/ticket-store'
import { subscribeTemplates } from '../platform/subscribe-templates'

/** Templates that one question may ask for; WeChat's own limit. */
const askedMost = 3

const optInTries = 3

const whose = {
  as: z.enum(['resident', 'staff']),
  receiptCode: z.string().max(40).optional(),
}

/** 微信提醒还剩几次:可以问哪些模板,账上各有多少。 */
export const consents = operation('tickets.consents', {
  input: z.object(whose),
  async run({ input, caller }): Promise<ConsentPage> {
    const { recipientId } = await boxOf(input, caller)
    return pageOf(recipientId, input.as)
  },
})

/** 记下本人在微信里的回答;同一次询问重发,只记一次。 */
export const answerConsents = operation('tickets.answerConsents', {
  input: z.object({
    ...whose,
    promptId: z.string().min(8).max(64),
    answers: z
      .record(z.string().max(80), z.enum(['accept', 'reject', 'ban', 'filter']))
      .refine((answers) => Object.keys(answers).length <= askedMost),
  }),
  async run({ input, caller, now }: CallContext<AnswerConsentsInput>): Promise<ConsentPage> {
    const { recipientId, ticket } = await boxOf(input, caller)
    const offered = templatesFor(input.as).filter(({ id }) => Object.hasOwn(input.answers, id))
    const accepts = offered.some(({ id }) => input.answers[id] === 'accept')
    // The one place where an anonymous call is joined to an openid, and only at its caller's own wish.
    if (accepts) await keepMapping(recipientId, caller.openid)
    if (accepts && ticket) await optIn(ticket)
    for (const template of offered) {
      const answer = input.answers[template.id]
      if (answer) await keepAnswer(recipientId, template, { answer, promptId: input.promptId, at: now })
    }
    return pageOf(recipientId, input.as)
  },
})

interface Box {
  recipientId: string
  /** Of an anonymous call. */
  ticket?: Ticket
}

async function boxOf({ as, receiptCode }: ConsentInput, caller: Caller): Promise<Box> {
  if (as === 'staff') {
    if (caller.posts.length === 0) refuse('NOT_ALLOWED')
    return { recipientId: caller.personId }
  }
  if (receiptCode === undefined) return { recipientId: caller.aliases[0] ?? refuse('NOT_IDENTIFIED') }
  const hashes = receiptHashes(receiptCode)
  const ticket = (hashes && (await findByReceipt(hashes))) ?? refuse('RECEIPT_UNKNOWN', 'input.receiptCode')
  return { recipientId: ticket.caller.alias, ticket }
}

async function optIn(first: Ticket): Promise<void> {
  let ticket: Ticket | undefined = first
  for (let attempt = 1; ticket && attempt <= optInTries; attempt++) {
    const after = wantsToHear(ticket)
    if (!after || (await saveTicket(ticket, after, 'system'))) return
    ticket = await findByReceipt([ticket.receiptHash ?? ''])
  }
  refuse('COMMAND_BUSY')
}

const templatesFor = (as: ConsentInput['as']): readonly SubscribeTemplate[] =>
  subscribeTemplates.filter((template) => (template.for === 'work') === (as === 'staff'))

async function pageOf(recipientId: string, as: ConsentInput['as']): Promise<ConsentPage> {
  const templates = templatesFor(as)
  const left = await consentsOf(
    [recipientId],
    templates.map(({ id }) => id),
  )
  return {
    offers: templates.map(({ id, title, kind, for: of }): ConsentOffer => ({
      templateId: id,
      kind: of,
      title,
      lasting: kind === 'long-term',
      left: left(recipientId, id),
    })),
  }
}
