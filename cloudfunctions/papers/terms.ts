import type { CommandName } from '../../typings/contract/commands'
import type { Kind } from '../../typings/contract/directory'
import type { Channel, EndCode, TicketFields, TicketStatus } from '../../typings/contract/ticket'

/** Words on papers, in the norms' terms; exhaustive, so that a new code breaks the build here. */
export const statusTerms: Record<TicketStatus, string> = {
  submitted: '待派单',
  dispatched: '待签收',
  acknowledged: '办理中',
  replied: '已答复，待审核',
  callback: '待评价',
  closed: '已归档',
  answered: '即时答复',
  referred: '已告知渠道',
  rejected: '不予受理',
  merged: '已并单',
  terminated: '已终止',
  withdrawn: '群众已撤回',
}

export const kindTerms: Record<Kind, string> = {
  help: '求助',
  complaint: '投诉',
  consult: '咨询',
  suggestion: '建议',
  report: '举报',
}

export const channelTerms: Record<Channel, string> = {
  wechat: '微信小程序',
  hotline: '热线电话',
  letter: '来信',
  visit: '来访',
  patrol: '网格巡查',
  import: '其他平台转来',
}

export const endTerms: Record<EndCode, string> = {
  answeredAtOnce: '即时答复',
  referLegal: '告知法定渠道',
  transferHotline: '转专门热线',
  repeat: '重复，不予受理',
  explainSecret: '涉及秘密或隐私，不予受理',
  outOfScope: '不属于政府职责，不予受理',
  unlawful: '诉求不合法，不予受理',
  merged: '并单',
  terminated: '终止',
  withdrawn: '撤回',
}

export const contactTerms: Record<TicketFields['contacts'][number]['how'], string> = {
  phone: '电话联系',
  visit: '上门联系',
  message: '留言联系',
}

/** Lines of which a reader outside may learn; the rest is internal, or said in general. */
const lineTerms: Partial<Record<CommandName | 'submit', string>> & Record<string, string> = {
  submit: '群众提交',
  dispatch: '派单',
  answer: '即时答复',
  refer: '告知渠道',
  reject: '不予受理',
  merge: '并单',
  flagRepeat: '认定重复反映',
  liftRepeat: '撤销重复反映的认定',
  acknowledge: '签收',
  contactResident: '联系群众',
  ruleReturn: '裁定退回',
  ruleExtension: '裁定延期',
  ruleBlock: '裁定挂账',
  reviewBlock: '核查挂账',
  unblock: '结束挂账',
  ruleTermination: '裁定终止',
  commit: '作出承诺',
  fulfil: '承诺兑现',
  assist: '请协办',
  whistle: '吹哨',
  reply: '答复',
  review: '审核答复',
  recordCall: '电话回访',
  decideRework: '决定是否重办',
  supplement: '群众补充',
  expedite: '群众催办',
  withdraw: '群众撤回',
  evaluate: '群众评价',
  reopen: '重新打开',
  coSign: '又有居民遇到',
  recalculate: '时限重新计算',
  acceptedBySilence: '退回期限已过，视为接受',
  blockReviewDue: '到核查日期',
  callDue: '转电话回访',
  calledInVain: '电话告知群众，没有打通',
  calledYou: '电话告知群众',
  close: '归档',
  commitmentBroken: '承诺到期未兑现',
}

export const lineTerm = (what: string): string => lineTerms[what] ?? '系统记录'
