import { give } from '../../services/cloud'
import { never, on, ruling, type Step, words } from './step'

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
    follows: '同意的，这段核查结果会放上曝光台；反映的内容和反映人始终不公开。',
    fields: ruling('同意公开', '不公开'),
    fits: ({ ticket: { finding } }) => finding?.verdict === 'verified' && !finding.approval,
    isNext: ({ ticket: { finding } }) => finding?.verdict === 'verified' && !finding.approval,
    give: ({ grant, text = '' }, standing) =>
      give('tickets.ruleFinding', { ...on(standing), grant: grant === 'yes', text }, standing.ticket.version),
    done: '已审核核查结果。',
  },
} satisfies Record<string, Step>
