import { refuse } from '../../errors'
import { peopleTime } from '../../notification/people-time'
import type { Draft } from '../draft'
import { isBlocked, liftBlock } from '../block'
import { extendPromises, pausePromises, running, start, stop } from '../draft-clocks'
import { end } from '../ending'
import { leadOf } from '../lead'
import type { Steps } from '../step'

/** 延期, 挂账 and 终止: applied for by the lead, ruled by the centre, told to the resident. */
export const moreTime: Steps<
  | 'extend'
  | 'ruleExtension'
  | 'block'
  | 'ruleBlock'
  | 'reviewBlock'
  | 'unblock'
  | 'terminate'
  | 'ruleTermination'
> = {
  extend(draft, { reason, limit }) {
    const { extension, extensionCount } = draft.ticket
    const { times, most } = draft.moment.rules.profile.extension
    const reply = running(draft, 'reply')
    if (extension?.state === 'open') refuse('APPLICATION_OPEN')
    if (!reply || draft.at > reply.dueAt) refuse('EXTENSION_TOO_LATE')
    if (extensionCount >= times) refuse('EXTENSION_USED')
    if (limit.unit !== most.unit || limit.amount > most.amount) refuse('EXTENSION_TOO_LONG', 'input.limit')
    draft.ticket.extension = { ...application(draft, reason), stint: draft.ticket.lead?.stint ?? 0, limit }
    apply(draft, 'ruleExtension', '延期', reason)
  },

  ruleExtension(draft, { grant, text }) {
    const { extension } = draft.ticket
    if (extension?.state !== 'open') return refuse('NO_APPLICATION')
    draft.ticket.extension = { ...extension, ...ruling(draft, grant, text) }
    rule(draft, 'ruleExtension', '延期', grant, text)
    if (!grant) return
    draft.ticket.extensionCount += 1
    extendPromises(draft, extension.limit, extension.at)
    draft.count({ kind: 'extension', ref: String(draft.ticket.extensionCount), granted: true }, leadOf(draft))
    const dueAt = (running(draft, 'promise') ?? running(draft, 'reply'))?.dueAt
    draft.tell({ to: 'caller' }, 'extended', {
      dueAt: peopleTime(dueAt ?? draft.at),
      reason: extension.reason,
    })
  },

  block(draft, { reason, measure, reviewAt }) {
    const { block } = draft.ticket
    if (block?.state === 'open') refuse('APPLICATION_OPEN')
    if (isBlocked(draft)) refuse('ALREADY_BLOCKED')
    if (reviewAt <= draft.at) refuse('DATE_IN_PAST', 'input.reviewAt')
    draft.ticket.block = { ...application(draft, reason), measure, reviewAt }
    apply(draft, 'ruleBlock', '挂账', reason)
  },

  ruleBlock(draft, { grant, text }) {
    const { block } = draft.ticket
    if (block?.state !== 'open') return refuse('NO_APPLICATION')
    draft.ticket.block = { ...block, ...ruling(draft, grant, text) }
    rule(draft, 'ruleBlock', '挂账', grant, text)
    if (!grant) return
    pausePromises(draft, `挂账:${block.reason}`)
    tellBlocked(draft, block.reason, block.reviewAt)
  },

  /** On the review date the block goes on to a later date, or ends. */
  reviewBlock(draft, { grant, text, reviewAt }) {
    const { block } = draft.ticket
    if (!block || !isBlocked(draft)) return refuse('NOT_BLOCKED')
    stop(draft, 'ruleBlock')
    if (!grant) return lift(draft, text)
    if (reviewAt === undefined || reviewAt <= draft.at) return refuse('DATE_IN_PAST', 'input.reviewAt')
    draft.ticket.block = { ...block, ruling: text, ruledAt: draft.at, reviewAt }
    tellBlocked(draft, block.reason, reviewAt)
    draft.record({ code: 'granted', text })
  },

  unblock(draft, { reason }) {
    if (!isBlocked(draft)) return refuse('NOT_BLOCKED')
    stop(draft, 'ruleBlock')
    lift(draft, reason)
  },

  terminate(draft, { reason, resultText }) {
    if (draft.ticket.termination?.state === 'open') refuse('APPLICATION_OPEN')
    draft.ticket.termination = { ...application(draft, reason), resultText }
    apply(draft, 'ruleTermination', '终止办理', reason)
  },

  ruleTermination(draft, { grant, text }) {
    const { termination } = draft.ticket
    if (termination?.state !== 'open') return refuse('NO_APPLICATION')
    draft.ticket.termination = { ...termination, ...ruling(draft, grant, text) }
    rule(draft, 'ruleTermination', '终止办理', grant, text)
    if (grant) end(draft, 'terminated', termination.resultText)
  },
}

type RulingClock = 'ruleExtension' | 'ruleBlock' | 'ruleTermination'

const application = (draft: Draft, reason: string) => ({
  state: 'open' as const,
  reason,
  at: draft.at,
  postId: draft.moment.by.postId ?? '',
})

const ruling = (draft: Draft, grant: boolean, text: string) => ({
  state: grant ? ('granted' as const) : ('refused' as const),
  ruling: text,
  ruledAt: draft.at,
})

function apply(draft: Draft, kind: RulingClock, what: string, reason: string) {
  start(draft, { kind, chargedTo: draft.moment.rules.directory.settings.centreDepartmentId })
  draft.tellCentre('applicationOpened', { department: draft.departmentName(leadOf(draft)), what, reason })
  draft.record({ text: reason, visibility: 'internal' })
}

function rule(draft: Draft, kind: RulingClock, what: string, grant: boolean, text: string) {
  stop(draft, kind)
  draft.tellLead('applicationRuled', { what, ruling: grant ? '同意' : '不同意', text })
  draft.record({ code: grant ? 'granted' : 'refused', text, visibility: grant ? 'resident' : 'internal' })
}

function lift(draft: Draft, text: string) {
  liftBlock(draft)
  const dueAt = (running(draft, 'promise') ?? running(draft, 'reply'))?.dueAt
  draft.tell({ to: 'caller' }, 'unblocked', { dueAt: peopleTime(dueAt ?? draft.at) })
  draft.record({ text })
}

function tellBlocked(draft: Draft, reason: string, reviewAt: number) {
  draft.tell({ to: 'caller' }, 'blocked', { reason, reviewAt: peopleTime(reviewAt) })
}
