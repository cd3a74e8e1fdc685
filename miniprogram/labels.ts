import type { Grade, Kind, LimitClass, Role } from '../typings/contract/directory'
import type { Behalf } from '../typings/contract/behalf'
import type { CommandName } from '../typings/contract/commands'
import type { PriorityGroup } from '../typings/contract/priority'
import type { Board } from '../typings/contract/publication'
import type { WhyNobody } from '../typings/contract/staffing'
import type {
  AlarmName,
  Commitment,
  EndCode,
  NextStep,
  Secrecy,
  SuperviseCause,
  TicketStatus,
} from '../typings/contract/ticket'

/** Every word for a code of the contract. Exhaustive: a new code breaks the build here. */

/** To residents, in plain words. */
export const statusWords: Record<TicketStatus, string> = {
  submitted: '正在找承办单位',
  dispatched: '等待承办单位接单',
  acknowledged: '正在办理',
  replied: '已答复，正在核对',
  callback: '请您评价',
  closed: '已办完',
  answered: '已答复',
  referred: '已告诉去哪里办',
  rejected: '没有受理',
  merged: '已合并办理',
  terminated: '已停止办理',
  withdrawn: '已撤回',
}

/** The same to neighbours, who are not asked. */
export const othersStatusWords: Record<TicketStatus, string> = {
  ...statusWords,
  callback: '正在请反映的人评价',
}

/** To staff, in the norms' terms. */
export const statusTerms: Record<TicketStatus, string> = {
  submitted: '待派单',
  dispatched: '待签收',
  acknowledged: '办理中',
  replied: '待审核',
  callback: '待评价',
  closed: '已归档',
  answered: '即时答复',
  referred: '已告知渠道',
  rejected: '不予受理',
  merged: '已并单',
  terminated: '已终止',
  withdrawn: '已撤回',
}

/** What the words of a call warn of. */
export const alarmTerms: Record<AlarmName, string> = {
  emergency: '险情',
  selfHarm: '轻生自伤',
  violence: '暴力威胁',
  minor: '未成年人受侵害',
  group: '多人聚集',
}

/** Why nobody of a unit can be reached. */
export const whyNobodyWords: Record<WhyNobody, string> = {
  vacant: '专员空缺',
  bothAway: '专员和 B 角都不在岗',
  noDeputy: '专员不在岗，也没有 B 角',
}

export const nextStepTerms: Record<NextStep, string> = {
  dispatch: '派单',
  awaitConsultation: '等待会商意见',
  ruleReturn: '裁定退回',
  takeBack: '收回改派',
  acknowledge: '签收',
  contactResident: '联系群众',
  reviewBlock: '核查挂账',
  reply: '答复',
  review: '审核答复',
  awaitEvaluation: '等待评价',
  callByPhone: '电话回访',
  decideRework: '决定是否重办',
  none: '已办结',
}

export const roleWords: Record<Role, string> = {
  resident: '群众',
  contact: '民呼回应专员',
  deputy: 'B角',
  dispatcher: '派单员',
  supervisor: '督办员',
  gridWorker: '网格员',
  leader: '分管领导',
  admin: '管理员',
  system: '系统',
}

export const kindWords: Record<Kind, string> = {
  help: '求助',
  complaint: '投诉',
  consult: '咨询',
  suggestion: '建议',
  report: '举报',
}

export const limitClassWords: Record<LimitClass, string> = {
  emergency: '紧急',
  utility: '水电气热',
  consult: '咨询',
  suggestion: '建议',
  general: '一般',
  complex: '复杂',
}

export const secrecyWords: Record<Secrecy, { name: string; means: string }> = {
  named: { name: '实名', means: '承办单位知道您的姓名和电话，方便联系您。' },
  confidential: { name: '保密', means: '只有区民呼我应中心知道您是谁，承办单位看不到。' },
  anonymous: { name: '匿名', means: '谁也不知道您是谁。请保存查询码，凭它查进展。' },
}

export const gradeWords: Record<Grade, string> = {
  verySatisfied: '非常满意',
  satisfied: '满意',
  fairlySatisfied: '基本满意',
  dissatisfied: '不满意',
  veryDissatisfied: '非常不满意',
}

export const endWords: Record<EndCode, string> = {
  answeredAtOnce: '当场答复了您的咨询',
  referLegal: '这件事要按法律规定的路子走，请看下面的说明',
  transferHotline: '已转给专门的热线处理',
  repeat: '这件事正在办或已经办过，请看下面的说明',
  explainSecret: '涉及秘密或他人隐私，不能公开办理',
  outOfScope: '这件事不归政府管，请看下面的建议',
  unlawful: '这件事依法不能受理',
  merged: '已和同一件事合并办理，有结果一起告诉您',
  terminated: '已停止办理，请看下面的说明',
  withdrawn: '您已撤回',
}

/** S32, as people say it of themselves. */
export const priorityWords: Record<PriorityGroup, string> = {
  old: '老年人',
  disabled: '残疾人',
  minor: '未成年人',
  subsistence: '低保户',
  entitled: '优抚对象',
}

export const behalfWords: {
  relation: Record<Behalf['relation'], string>
  consent: Record<Behalf['consent'], string>
} = {
  relation: { family: '我是家人', neighbour: '我是邻居、朋友', gridWorker: '我是网格员' },
  consent: { present: '当面说的同意', telephone: '电话里说的同意', written: '有他写的委托' },
}

/** Who speaks of officials is never named to them. */
export const exposeSecrecyWords: Record<Exclude<Secrecy, 'named'>, { name: string; means: string }> = {
  confidential: { name: '保密', means: '只有区民呼我应中心能看到您的电话，核查时由中心联系您。' },
  anonymous: { name: '匿名', means: '谁也不知道您是谁。请保存查询码，凭它查进展。' },
}

/** Open to everybody, in this order. */
export const rateWords = {
  response: { name: '响应率', means: '回访的群众里，说联系过自己的' },
  repliedInTime: { name: '按时答复率', means: '到期应答复的诉求里，按时答复的' },
  resolution: { name: '解决率', means: '回访的群众里，说解决了的' },
  satisfaction: { name: '满意率', means: '回访的群众里，满意的（基本满意算 0.9）' },
} as const

/** Of the square: the tab, what stands on it, and what is said while nothing does. */
export const boardWords: Record<Board, { name: string; says: string; empty: string }> = {
  matters: { name: '诉求答复', says: '大家反映了什么，怎么答复的', empty: '还没有公开的诉求' },
  promises: { name: '承诺', says: '承诺了什么，兑现没有', empty: '还没有公开的承诺' },
  blocks: { name: '挂账', says: '暂时办不了、正在跟踪的', empty: '现在没有挂账的' },
  findings: { name: '曝光台', says: '查实了的作风问题', empty: '还没有查实公开的' },
}

export const commitmentWords: Record<Commitment['state'], string> = {
  open: '进行中',
  kept: '已兑现',
  keptLate: '晚了，已兑现',
  broken: '到期没兑现',
}

export const causeTerms: Record<SuperviseCause, string> = {
  refuses: '推诿不办',
  overdue: '超期未办结',
  shouldHaveSolved: '应解决未解决',
  negativeEffect: '造成不良影响',
  other: '其他',
}

/** What the scheduler does within a wake is written under names of its own. */
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

/** Lines of the history: what somebody did, as a resident reads it. */
const lineWords: Record<CommandName | 'submit' | WakeLine, string> = {
  submit: '您提交了诉求',
  dispatch: '派给了承办单位',
  consult: '中心正在和几个单位商量由谁办理',
  advise: '单位给出了意见',
  answer: '答复了您',
  refer: '告诉了您办理渠道',
  reject: '没有受理',
  merge: '和同一件事合并办理',
  absorb: '合并了另一件相同的诉求',
  reclassify: '调整了诉求类别',
  flagRepeat: '中心认为和您之前的是同一件事，没有新情况',
  liftRepeat: '中心撤销了“同一件事”的看法',
  copy: '抄送了有关单位',
  acknowledge: '承办单位接单',
  contactResident: '承办单位联系了您',
  sendBack: '承办单位申请转给更合适的部门',
  ruleReturn: '中心决定了由谁办理',
  takeBack: '中心收回，另行安排办理',
  handOver: '工作交接',
  readHandover: '工作交接',
  extend: '承办单位申请更多时间',
  ruleExtension: '中心审核了延长时间的申请',
  block: '暂时办不了，申请列入跟踪',
  ruleBlock: '中心审核了跟踪申请',
  reviewBlock: '中心核查了跟踪事项',
  unblock: '恢复办理',
  terminate: '承办单位申请终止',
  ruleTermination: '中心审核了终止申请',
  commit: '承办单位作出承诺',
  fulfil: '承诺已兑现',
  assist: '请了别的单位一起办',
  whistle: '街道请了部门一起办',
  reportCoTask: '一起办的单位说了情况',
  escalate: '承办单位请示上级',
  opine: '上级给出了意见',
  reply: '承办单位作出答复',
  review: '答复已核对，发给您了',
  recordCall: '中心打电话问您办得怎么样',
  recordSecondCall: '中心又打电话问了一次',
  decideRework: '决定是否重新办理',
  supplement: '您补充了情况',
  expedite: '您催了一次',
  withdraw: '您撤回了诉求',
  evaluate: '您作了评价',
  reopen: '您重新打开了诉求',
  coSign: '又有居民遇到同一件事',
  judgeShared: '也遇到的居民作了评价',
  reveal: '您公开了身份',
  forgoPriority: '您收回了优先联系',
  erase: '您删除了自己说的内容',
  supervise: '上级来督促办理',
  raise: '请领导来督促办理',
  interview: '上级找承办单位谈话',
  answerSupervision: '承办单位向上级说明了情况',
  exempt: '中心作了说明',
  note: '工作备注',
  tellByPhone: '中心打电话告知',
  publish: '已公开，姓名电话等已隐去',
  withhold: '不公开',
  recordFinding: '核查单位写了结果',
  ruleFinding: '中心审核了核查结果',
  amendFinding: '核查单位申请更正或撤下结果',
  wake: '系统处理',
  recalculate: '放假安排有调整，答复时间重新算过',
  acceptedBySilence: '承办单位确定由它办理',
  blockReviewDue: '到了核查的日子',
  callDue: '等着打电话问您',
  calledInVain: '中心给您打过电话，没有打通',
  calledYou: '中心给您打过电话',
  close: '办完了',
  commitmentBroken: '承诺到期没有兑现',
  funded: '落实了委托经费',
  linked: '和之前的一件连起来',
  passedOn: '换了经办人，继续办理',
  rung: '系统提醒',
  unitGone: '承办单位暂时无人，等中心安排',
}

/** @param what a line's name; one that this version doesn't know yet is said in general. */
export const historyWords = (what: string): string =>
  (lineWords as Record<string, string>)[what] ?? '有了新进展'

/** What the phone itself meets; refusals of the functions bring their own sentence. */
export type PhoneTrouble = 'OFFLINE' | 'CLOUD_TROUBLE'

/** Said of a page that could not be read, and of something written that could not be sent. */
export const troubleWords: Record<PhoneTrouble, { reading: string; sending: string }> = {
  OFFLINE: {
    reading: '现在没有网络。连上网以后，再试一次就能看到。',
    sending: '网络断了。您写的内容已存好，连上网后再试，不用重填。',
  },
  CLOUD_TROUBLE: {
    reading: '系统一时没有回应，请过一会儿再试。',
    sending: '系统一时没有回应，您写的内容已存好。请过一会儿再试。',
  },
}
