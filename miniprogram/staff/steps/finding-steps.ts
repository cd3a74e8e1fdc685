import { give } from '../../services/cloud'
import { never, on, reason, ruling, type Standing, type Step, words } from './step'

/** A finding, or a change of it, that the supervisor has yet to rule on. */
const waits = ({ ticket: { finding } }: Standing): boolean =>
  finding?.verdict === 'verified' &&
  (!finding.approval || (finding.amendments ?? []).some(({ approval }) => !approval))

/** 曝光: what was found about a unit's conduct, by whoever looked into it, and the supervisor's word on publishing it. */
export const findingSteps = {
  recordFinding: {
    action: '写核查结果',
    follows: '查实的交督办员决定是否公开，公开的只有这段话。请不要写出反映人的任何情况。',
    fields: [
      {
        kind: 'choice',
        key: 'verdict',
        label: '查下来',
        options: [
          { value: 'verified', words: '属实' },
          { value: 'unfounded', words: '不属实' },
        ],
      },
      words('核查结果', '查明了什么、怎么处理的'),
    ],
    fits: ({ ticket }) => ticket.kind === 'report' && ticket.finding?.approval === undefined,
    isNext: never,
    give: ({ verdict, text = '' }, standing) =>
      give(
        'tickets.recordFinding',
        { ...on(standing), verdict: verdict === 'verified' ? 'verified' : 'unfounded', text },
        standing.ticket.version,
      ),
    done: '核查结果已记下。',
  },
  ruleFinding: {
    action: '审核核查结果',
    follows: '同意的，大家会在曝光台看到；反映的内容和反映人始终不公开。先看清上面核查结果一栏写的是什么。',
    fields: ({ ticket }) =>
      ticket.finding?.approval ? ruling('同意更正或撤下', '维持原样') : ruling('同意公开', '不公开'),
    fits: waits,
    isNext: waits,
    give: ({ grant, text = '' }, standing) =>
      give('tickets.ruleFinding', { ...on(standing), grant: grant === 'yes', text }, standing.ticket.version),
    done: '已审核核查结果。',
  },
  amendFinding: {
    action: '更正或撤下核查结果',
    follows: '交督办员审核。同意以后，曝光台上会写明“已更正”或“已撤下”和原因，原来的文字不再公开。',
    fields: [
      {
        kind: 'choice',
        key: 'kind',
        label: '要怎么改',
        options: [
          { value: 'correct', words: '更正文字' },
          { value: 'withdraw', words: '撤下' },
        ],
      },
      { ...words('更正后的核查结果', '完整写一遍，会代替原来的文字'), when: { key: 'kind', is: 'correct' } },
      reason('原因会一起公开，请不要写出反映人的任何情况'),
    ],
    fits: ({ ticket: { finding } }) =>
      finding?.approval?.grant === true &&
      !(finding.amendments ?? []).some(
        ({ kind, approval }) => !approval || (kind === 'withdraw' && approval.grant),
      ),
    isNext: never,
    give: ({ kind, text = '', reason: why = '' }, standing) =>
      give(
        'tickets.amendFinding',
        {
          ...on(standing),
          ...(kind === 'correct' ? { kind, text } : { kind: 'withdraw' }),
          reason: why,
        },
        standing.ticket.version,
      ),
    done: '已交督办员审核。',
  },
} satisfies Record<string, Step>
