import type { Behalf } from '../../typings/contract/behalf'
import type { ClockKind } from '../../typings/contract/directory'
import type { CommandName } from '../../typings/contract/commands'
import type { Exemption } from '../../typings/contract/exemption'
import type { CoTask, ExtensionRequest, Reply, Supervision } from '../../typings/contract/ticket'
import type { PriorityGroup } from '../../typings/contract/priority'
import type { LimitUnit } from '../../typings/contract/time'

/** How somebody who said so is best reached (S32); whoever calls reads it beside the number. */
export const mannerTerms: Record<PriorityGroup, string> = {
  old: '老年人：请打电话，慢慢说；不方便出门的，上门办',
  disabled: '残疾人：先问怎么联系方便（听不清的发短信，行动不便的上门）',
  minor: '未成年人：请联系监护人，话里有危险的马上报告',
  subsistence: '低保户：请一并看看能不能申请救助',
  entitled: '优抚对象：请按优抚政策优先办理',
}

/** Words for those who work here, in the norms' terms. */
export const clockTerms: Record<ClockKind, string> = {
  promise: '对群众的承诺',
  accept: '中心派单',
  acknowledge: '签收',
  firstContact: '先行联系',
  reply: '答复',
  coTask: '协办反馈',
  ruleReturn: '裁定退回',
  ruleExtension: '裁定延期',
  ruleBlock: '裁定挂账',
  ruleTermination: '裁定终止',
  consultation: '会商意见',
  opinion: '上级意见',
  review: '审核答复',
  callback: '回访',
  supervision: '回复督办',
}

/** Within a wake the scheduler writes lines under names of its own. */
type WakeLine =
  | 'acceptedBySilence'
  | 'blockReviewDue'
  | 'callDue'
  | 'calledInVain'
  | 'calledYou'
  | 'close'
  | 'commitmentBroken'
  | 'funded'
  | 'linked'
  | 'passedOn'
  | 'rung'
  | 'unitGone'

const lineTerms: Record<CommandName | 'submit' | WakeLine, string> = {
  submit: '群众提交',
  dispatch: '派单',
  consult: '派单前会商',
  advise: '会商意见',
  answer: '即时答复',
  refer: '告知渠道',
  reject: '不予受理',
  merge: '并单',
  absorb: '并入另一件',
  reclassify: '调整类别',
  flagRepeat: '中心认定重复反映，没有新情况',
  liftRepeat: '撤销重复反映的认定',
  copy: '抄送',
  acknowledge: '签收',
  contactResident: '先行联系',
  sendBack: '申请退回',
  ruleReturn: '裁定退回',
  takeBack: '收回改派',
  handOver: '交接说明',
  readHandover: '已看交接说明',
  extend: '申请延期',
  ruleExtension: '裁定延期',
  block: '申请挂账',
  ruleBlock: '裁定挂账',
  reviewBlock: '核查挂账',
  unblock: '结束挂账',
  terminate: '申请终止',
  ruleTermination: '裁定终止',
  commit: '作出承诺',
  fulfil: '承诺兑现',
  assist: '请协办',
  whistle: '吹哨',
  reportCoTask: '协办反馈',
  escalate: '上报',
  opine: '上级意见',
  reply: '答复',
  review: '审核答复',
  recordCall: '电话回访',
  recordSecondCall: '二次回访',
  decideRework: '决定是否重办',
  supplement: '群众补充',
  expedite: '群众催办',
  withdraw: '群众撤回',
  evaluate: '群众评价',
  reopen: '群众重新打开',
  coSign: '又有居民遇到',
  judgeShared: '附议居民评价',
  reveal: '群众公开身份',
  forgoPriority: '群众收回优先联系',
  erase: '群众删除本人内容',
  supervise: '督办',
  raise: '提级督办',
  interview: '约谈',
  answerSupervision: '回复督办',
  exempt: '剔除说明',
  note: '工作备注',
  tellByPhone: '电话告知',
  publish: '公开',
  withhold: '不公开',
  recordFinding: '写核查结果',
  ruleFinding: '审核核查结果',
  amendFinding: '申请更正或撤下核查结果',
  wake: '系统处理',
  recalculate: '日历调整，时限重新计算',
  acceptedBySilence: '退回期限已过，视为接受',
  blockReviewDue: '挂账到核查日期',
  callDue: '转电话回访',
  calledInVain: '电话告知群众，没有打通',
  calledYou: '电话告知群众',
  close: '归档',
  commitmentBroken: '承诺到期未兑现',
  funded: '费随事转',
  linked: '与之前的一件连起来',
  passedOn: '专员更换，接着办理',
  rung: '系统提醒',
  unitGone: '承办单位无人可联系，转中心',
}

/** By the third part of what the ladder writes as a line's code, `<clock kind>:<stint>:<rung>[:date]`. */
const rungTerms: Readonly<Record<string, string>> = {
  yellow: '黄色提醒：时限已用 70%',
  remind: '催办：距到期不足 24 小时',
  red: '红色预警：已超期',
  supervise: '超期督办',
  raise: '提级督办',
  interview: '约谈',
}

/** A line of the history; one that this version doesn't know yet is said in general. */
export function lineTerm(what: string, code = ''): string {
  const [clock = '', , rung = ''] = code.split(':')
  const rungTerm = rungTerms[rung]
  if (what === 'rung' && rungTerm)
    return `${(clockTerms as Record<string, string>)[clock] ?? ''} · ${rungTerm}`
  return (lineTerms as Record<string, string>)[what] ?? '有了新进展'
}

export const levelTerms: Record<Supervision['level'], string> = {
  supervise: '督办',
  raise: '提级督办',
  interview: '约谈',
}

export const applicationTerms: Record<ExtensionRequest['state'], string> = {
  open: '等中心裁定',
  granted: '已同意',
  refused: '未同意',
}

export const coTaskTerms: Record<CoTask['state'], string> = { open: '等反馈', reported: '已反馈' }

export const verdictTerms: Record<NonNullable<Reply['review']>['verdict'], string> = {
  approved: '审核通过',
  rework: '退回重办',
}

export const unitTerms: Record<LimitUnit, string> = {
  naturalHour: '小时',
  naturalDay: '天',
  workDay: '个工作日',
  workMinute: '个工作分钟',
}

export const exemptionTerms: Record<Exemption['code'], string> = {
  objective: '客观原因办不到',
  policy: '政策不允许',
  malicious: '恶意重复',
  tolerance: '依规容错（第三十六条）',
}

/** 代办: who called for the person. */
export const relationTerms: Record<Behalf['relation'], string> = {
  gridWorker: '网格员',
  family: '家人',
  neighbour: '邻居、朋友',
}
