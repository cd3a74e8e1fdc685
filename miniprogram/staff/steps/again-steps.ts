import { give } from '../../services/cloud'
import { callFields, callOf } from './call-answers'
import { always, never, on, reason, type Step } from './step'

const isFlagged: Step['fits'] = ({ ticket: { repeat } }) =>
  repeat !== undefined && repeat.liftedAt === undefined

/** What the centre does about somebody who was heard before: asks once more, or finds that it is nothing new. */
export const againSteps = {
  recordSecondCall: {
    action: '二次回访',
    follows: '换一位同事，再问一次同样的三个问题。承办单位看不到；和第一次不一致的，督办员会看到，评价不变。',
    fields: callFields,
    fits: ({ ticket: { secondCall }, now }) =>
      secondCall !== undefined && secondCall.outcome === undefined && secondCall.callAt <= now,
    isNext: always,
    give: (values, standing) =>
      give('tickets.recordSecondCall', { ...on(standing), ...callOf(values) }, standing.ticket.version),
    done: '已记录二次回访。',
  },
  flagRepeat: {
    action: '认定重复反映',
    follows:
      '同一位群众、同一件事、没有新情况的才认定。办理和时限照常，只是群众暂时不能再催；群众会看到理由，补充了新情况请再看。紧急的不能认定。',
    fields: [
      { kind: 'ticket', key: 'earlierId', label: '和之前的哪一件' },
      reason('写清为什么没有新情况，群众会看到', [
        '同一地点、同一件事，正在办理',
        '已办过并答复，没有新情况',
      ]),
    ],
    fits: (standing) =>
      !isFlagged(standing) &&
      standing.ticket.limitClass !== 'emergency' &&
      standing.ticket.caller?.secrecy !== 'anonymous',
    isNext: never,
    give: ({ earlierId = '', reason: text = '' }, standing) =>
      give('tickets.flagRepeat', { ...on(standing), earlierId, reason: text }, standing.ticket.version),
    done: '已认定，群众会看到理由。',
  },
  liftRepeat: {
    action: '撤销重复认定',
    follows: '群众会收到说明，又可以催办。',
    fields: [reason('为什么撤销，群众会看到', ['群众补充了新情况', '核实不是同一件事'])],
    fits: isFlagged,
    isNext: never,
    give: ({ reason: text = '' }, standing) =>
      give('tickets.liftRepeat', { ...on(standing), reason: text }, standing.ticket.version),
    done: '已撤销认定。',
  },
} as const satisfies Record<string, Step>
