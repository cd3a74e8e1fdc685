import type { ClockKind, Profile, Rung } from '../../../typings/contract/directory'

export const clockName: Record<ClockKind, string> = {
  promise: '答复承诺',
  accept: '派单',
  acknowledge: '签收',
  firstContact: '先行联系',
  reply: '答复',
  coTask: '协办',
  ruleReturn: '退回裁定',
  ruleExtension: '延期裁定',
  ruleBlock: '挂账裁定',
  ruleTermination: '终止裁定',
  consultation: '会商',
  opinion: '上级意见',
  review: '审核',
  callback: '回访',
  supervision: '督办回复',
}

const lateIsSeen: readonly Rung[] = [{ id: 'red', when: { atDue: true }, tell: ['lead', 'supervisor'] }]
const centreIsLate: readonly Rung[] = [{ id: 'red', when: { atDue: true }, tell: ['centre', 'supervisor'] }]
const promiseIsOver: readonly Rung[] = [{ id: 'red', when: { atDue: true }, tell: ['supervisor'] }]

/**
 * The whole ladder climbs on the lead's reply clock; of every other clock the lateness is seen once, by who it concerns, and of
 * 签收 the unit hears before.
 */
const ladders: Record<Exclude<ClockKind, 'reply'>, readonly Rung[]> = {
  promise: promiseIsOver,
  accept: centreIsLate,
  acknowledge: [{ id: 'yellow', when: { percent: 70 }, tell: ['lead'] }, ...lateIsSeen],
  firstContact: lateIsSeen,
  coTask: lateIsSeen,
  ruleReturn: centreIsLate,
  ruleExtension: centreIsLate,
  ruleBlock: centreIsLate,
  ruleTermination: centreIsLate,
  consultation: centreIsLate,
  opinion: lateIsSeen,
  review: centreIsLate,
  callback: centreIsLate,
  supervision: lateIsSeen,
}

export const ladderOf = (kind: ClockKind, profile: Profile): readonly Rung[] =>
  kind === 'reply' ? profile.ladder : ladders[kind]
