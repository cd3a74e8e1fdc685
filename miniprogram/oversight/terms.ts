import type { FlowId, KpiId, StandingId } from '../../typings/contract/supervision'

/** What a figure counts: above the line, below it. The same words stand in the reports (domain/statistics/definitions.ts). */
interface Definition {
  name: string
  above: string
  below: string
  /** Those below and not above the line, where they are tickets of their own. */
  rest?: string
}

export const kpiTerms: Record<KpiId, Definition> = {
  acknowledgedInTime: { name: '按时签收率', above: '按时签收', below: '本期应签收', rest: '没有按时签收' },
  contactedFirst: {
    name: '先行联系率',
    above: '按时先行联系',
    below: '本期应先行联系',
    rest: '没有按时联系',
  },
  response: { name: '响应率', above: '群众说联系过', below: '有效回访', rest: '群众说没联系' },
  repliedInTime: {
    name: '按时办结率',
    above: '按时答复',
    below: '本期到期，含超时未办的',
    rest: '没有按时答复',
  },
  resolution: { name: '解决率', above: '群众说解决了', below: '有效回访', rest: '群众说没解决' },
  satisfaction: {
    name: '满意率',
    above: '非常满意、满意各计 1，基本满意计 0.9',
    below: '有效回访',
    rest: '不满意',
  },
  returned: { name: '退单率', above: '同意退回', below: '派单次数' },
  reworked: { name: '重办率', above: '退回重办', below: '答复次数' },
  extended: { name: '延期率', above: '同意延期', below: '派单次数' },
  hops: { name: '平均流转次数', above: '派单次数', below: '派出的诉求' },
  calledBack: { name: '回访率', above: '有效回访', below: '应回访', rest: '没有访到' },
  timeUsed: { name: '用时比', above: '实际用时（分钟）', below: '承诺用时（分钟）' },
  onTheSpot: { name: '当场办结率', above: '当天办结', below: '办结的诉求', rest: '不是当天办结' },
  coTasksInTime: {
    name: '协办按时率',
    above: '按时报到、反馈',
    below: '本期应报到的协办、吹哨',
    rest: '没有按时报到',
  },
  whistlesAnswered: {
    name: '吹哨应答率',
    above: '部门按时报到的吹哨',
    below: '本期到期的吹哨',
    rest: '部门没有按时报到',
  },
}

/** The four that a supervisor looks at first, in this order; each line of the trend has the dash beside its name. */
export const firstKpis = [
  'response',
  'repliedInTime',
  'resolution',
  'satisfaction',
] as const satisfies KpiId[]

export const standingTerms = {
  open: '在办',
  dueToday: '今天到期',
  overdue: '已超时',
  unacknowledged: '待签收',
  uncontacted: '还没联系',
} as const satisfies Partial<Record<StandingId, string>>

export type StandingName = keyof typeof standingTerms

export const flowTerms: Record<FlowId, string> = {
  calls: '群众提出',
  dispatched: '派出',
  acknowledged: '签收',
  contacted: '先行联系',
  answered: '答复',
  heard: '回访到',
  solved: '群众说解决了',
}
