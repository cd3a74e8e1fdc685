import type { CommandName } from '../../../typings/contract/commands'
import type { TicketStatus } from '../../../typings/contract/ticket'
import type { Relation } from '../access/relation'

interface Transition {
  from: readonly TicketStatus[]
  /** Where it may lead; `same` where only a facet changes. */
  to: readonly (TicketStatus | 'same')[]
  /** How the actor must stand to the ticket. */
  by: readonly Relation[]
  /** Reload and retry on a lost race instead of asking the person to look again (decisions.md). */
  versionless?: true
}

const handling = ['dispatched', 'acknowledged'] as const
const open = ['submitted', 'dispatched', 'acknowledged', 'replied', 'callback'] as const
const publishable = ['acknowledged', 'replied', 'callback', 'closed', 'answered', 'terminated'] as const
const every = [
  ...open,
  'closed',
  'answered',
  'referred',
  'rejected',
  'merged',
  'terminated',
  'withdrawn',
] as const

/** 工单状态机。Read this table first. Each row's rule stands in commands/. */
export const transitions = {
  dispatch: { from: ['submitted'], to: ['dispatched'], by: ['centre'] },
  consult: { from: ['submitted'], to: ['same'], by: ['centre'] },
  advise: { from: ['submitted'], to: ['same'], by: ['consulted'], versionless: true },
  answer: { from: ['submitted'], to: ['answered'], by: ['centre'] },
  refer: { from: ['submitted'], to: ['referred'], by: ['centre'] },
  reject: { from: ['submitted'], to: ['rejected'], by: ['centre'] },
  merge: { from: ['submitted', ...handling], to: ['merged'], by: ['centre'] },
  absorb: { from: every, to: ['same'], by: ['system'], versionless: true },
  /** Back to the desk where the ticket turns out to accuse its own lead. */
  reclassify: { from: open, to: ['same', 'submitted'], by: ['centre'] },
  copy: { from: open, to: ['same'], by: ['centre'] },
  flagRepeat: { from: open, to: ['same'], by: ['centre'] },
  liftRepeat: { from: open, to: ['same'], by: ['centre'] },

  acknowledge: { from: ['dispatched'], to: ['acknowledged'], by: ['lead'] },
  contactResident: { from: ['acknowledged'], to: ['same'], by: ['lead'] },
  sendBack: { from: handling, to: ['same'], by: ['lead'] },
  ruleReturn: { from: handling, to: ['submitted', 'dispatched', 'same'], by: ['centre'] },
  takeBack: { from: handling, to: ['submitted', 'dispatched'], by: ['centre'] },
  extend: { from: ['acknowledged'], to: ['same'], by: ['lead'] },
  ruleExtension: { from: ['acknowledged'], to: ['same'], by: ['centre'] },
  block: { from: ['acknowledged'], to: ['same'], by: ['lead'] },
  ruleBlock: { from: ['acknowledged'], to: ['same'], by: ['centre'] },
  reviewBlock: { from: ['acknowledged'], to: ['same'], by: ['centre'] },
  unblock: { from: ['acknowledged'], to: ['same'], by: ['lead', 'centre'] },
  terminate: { from: ['acknowledged'], to: ['same'], by: ['lead'] },
  ruleTermination: { from: ['acknowledged'], to: ['terminated', 'same'], by: ['centre'] },
  commit: { from: ['acknowledged', 'replied', 'callback'], to: ['same'], by: ['lead'] },
  fulfil: { from: ['acknowledged', 'replied', 'callback', 'closed'], to: ['same'], by: ['lead'] },
  assist: { from: handling, to: ['same'], by: ['lead', 'centre'] },
  whistle: { from: ['acknowledged'], to: ['same'], by: ['lead'] },
  reportCoTask: { from: open, to: ['same'], by: ['coHandler'] },
  escalate: { from: ['acknowledged'], to: ['same'], by: ['lead'] },
  opine: { from: [...handling, 'replied', 'callback'], to: ['same'], by: ['superior'] },
  reply: { from: ['acknowledged'], to: ['replied'], by: ['lead'] },
  review: { from: ['replied'], to: ['callback', 'acknowledged', 'submitted'], by: ['centre'] },
  recordCall: {
    from: open,
    to: ['closed', 'acknowledged', 'submitted', 'same'],
    by: ['centre'],
  },
  recordSecondCall: { from: ['closed'], to: ['same'], by: ['centre'] },
  decideRework: { from: ['callback'], to: ['acknowledged', 'submitted', 'closed'], by: ['supervisor'] },

  supplement: { from: open, to: ['same'], by: ['caller'], versionless: true },
  expedite: { from: open, to: ['same'], by: ['caller'] },
  withdraw: { from: open, to: ['withdrawn'], by: ['caller'] },
  evaluate: {
    from: open,
    to: ['closed', 'acknowledged', 'submitted', 'same'],
    by: ['caller'],
  },
  reopen: { from: ['closed'], to: ['acknowledged', 'submitted'], by: ['caller'] },
  coSign: { from: open, to: ['same'], by: ['resident'], versionless: true },
  judgeShared: { from: ['callback', 'closed'], to: ['same'], by: ['resident'], versionless: true },
  reveal: { from: [...open, 'closed'], to: ['same'], by: ['caller'] },
  forgoPriority: { from: open, to: ['same'], by: ['caller'], versionless: true },
  erase: {
    from: ['closed', 'answered', 'referred', 'rejected', 'merged', 'terminated', 'withdrawn'],
    to: ['same'],
    by: ['caller'],
  },

  supervise: { from: [...handling, 'replied'], to: ['same'], by: ['supervisor'] },
  raise: { from: [...handling, 'replied'], to: ['same'], by: ['supervisor'] },
  interview: { from: [...handling, 'replied', 'callback'], to: ['same'], by: ['supervisor'] },
  answerSupervision: { from: open, to: ['same'], by: ['lead'] },
  exempt: { from: every, to: ['same'], by: ['supervisor'] },
  note: { from: every, to: ['same'], by: ['lead', 'coHandler', 'centre', 'supervisor'], versionless: true },
  tellByPhone: { from: every, to: ['same'], by: ['centre'], versionless: true },

  handOver: { from: open, to: ['same'], by: ['lead'], versionless: true },
  readHandover: { from: open, to: ['same'], by: ['lead'], versionless: true },

  publish: { from: publishable, to: ['same'], by: ['centre'] },
  withhold: { from: every, to: ['same'], by: ['centre'] },
  recordFinding: { from: [...handling, 'replied', 'callback', 'closed'], to: ['same'], by: ['lead'] },
  ruleFinding: { from: [...handling, 'replied', 'callback', 'closed'], to: ['same'], by: ['supervisor'] },
  amendFinding: { from: [...handling, 'replied', 'callback', 'closed'], to: ['same'], by: ['lead'] },

  wake: { from: every, to: ['same'], by: ['system'], versionless: true },
  recalculate: { from: open, to: ['same'], by: ['system'], versionless: true },
} as const satisfies Record<CommandName, Transition>
