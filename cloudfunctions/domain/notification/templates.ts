/** Every message the product sends, in words for whoever reads it. Parameters are plain strings and numbers. */
interface Template {
  title: string
  text: (params: Params) => string
  /** Sent even in quiet hours. */
  urgent?: true
}

type Params = Readonly<Record<string, string | number>>

export const templates = {
  received: { title: '已收到', text: (p) => `您反映的「${p.subject}」已收到，编号 ${p.number}。${p.next}` },
  dispatchedToYou: { title: '新工单', text: (p) => `「${p.subject}」已派给您单位，请在 ${p.dueAt} 前签收。` },
  notAcknowledged: {
    title: '还没有签收',
    text: (p) => `「${p.subject}」还没有签收，${p.dueAt} 就要超时，请马上签收。`,
  },
  emergencyToYou: {
    title: '紧急工单',
    text: (p) => `紧急：「${p.subject}」，请立即签收处置。`,
    urgent: true,
  },
  alarmRaised: {
    title: '可能有危险，请马上看',
    text: (p) => `「${p.subject}」的话里可能有${p.what}，请马上看一看，需要时先打电话给群众。`,
    urgent: true,
  },
  groupRaised: { title: '多人反映', text: (p) => `「${p.subject}」的话里可能有${p.what}，请留意。` },
  copied: { title: '抄送', text: (p) => `「${p.subject}」已派给${p.department}，抄送您单位知悉。` },
  acknowledged: {
    title: '已有人办理',
    text: (p) => `${p.department}已签收「${p.subject}」，承诺 ${p.dueAt} 前答复。`,
  },
  contacted: { title: '专员联系了您', text: (p) => `${p.department}就「${p.subject}」与您联系：${p.note}` },
  transferred: {
    title: '转给更合适的部门',
    text: (p) => `「${p.subject}」转由${p.department}办理。${p.reason}`,
  },
  returnRequested: { title: '申请退回', text: (p) => `${p.department}申请退回「${p.subject}」：${p.reason}` },
  returnRefused: { title: '退回未获同意', text: (p) => `「${p.subject}」仍由您单位办理：${p.text}` },
  returnGranted: { title: '同意退回', text: (p) => `「${p.subject}」已同意退回：${p.text}` },
  applicationOpened: {
    title: '待裁定',
    text: (p) => `${p.department}就「${p.subject}」申请${p.what}:${p.reason}`,
  },
  applicationRuled: { title: '裁定结果', text: (p) => `「${p.subject}」${p.what}:${p.ruling}。${p.text}` },
  extended: {
    title: '答复时间有调整',
    text: (p) => `「${p.subject}」需要更多时间，改为 ${p.dueAt} 前答复。原因：${p.reason}`,
  },
  blocked: {
    title: '暂时办不了，已列入跟踪',
    text: (p) => `「${p.subject}」暂时办不了：${p.reason}。${p.reviewAt} 再核查一次。`,
  },
  unblocked: { title: '恢复办理', text: (p) => `「${p.subject}」恢复办理，${p.dueAt} 前答复。` },
  committed: {
    title: '有了承诺',
    text: (p) => `${p.department}承诺：${p.measure}，${p.promisedAt} 前完成。`,
  },
  commitmentKept: { title: '承诺已兑现', text: (p) => `${p.department}已完成：${p.measure}。` },
  commitmentBroken: {
    title: '承诺到期未兑现',
    text: (p) => `「${p.subject}」承诺的「${p.measure}」到期没有完成。`,
  },
  assisting: { title: '协办任务', text: (p) => `请协办「${p.subject}」：${p.task}。${p.dueAt} 前反馈。` },
  coTaskReported: { title: '协办反馈', text: (p) => `${p.department}已反馈「${p.subject}」的协办情况。` },
  escalated: {
    title: '下级上报，请给意见',
    text: (p) => `${p.department}上报「${p.subject}」：${p.question}`,
  },
  opinionGiven: { title: '上级意见', text: (p) => `「${p.subject}」的上级意见：${p.text}` },
  consulted: {
    title: '派单前会商',
    text: (p) => `请就「${p.subject}」是否属您单位职责给出意见：${p.question}`,
  },
  replied: { title: '待审核', text: (p) => `${p.department}已答复「${p.subject}」，请审核。` },
  answered: { title: '有了答复', text: (p) => `「${p.subject}」有了答复，请您看看，并告诉我们办得怎么样。` },
  reviewReturned: { title: '退回重办', text: (p) => `「${p.subject}」的答复需要重办：${p.text}` },
  pleaseEvaluate: {
    title: '请您评价',
    text: (p) => `「${p.subject}」到了约定的时间，请告诉我们：联系您了吗，解决了吗，满意吗。`,
  },
  reworkOrdered: { title: '重办', text: (p) => `「${p.subject}」需要重办：${p.text}` },
  reworkToCaller: { title: '正在重新办理', text: (p) => `您反映的「${p.subject}」已要求重新办理。` },
  decideRework: {
    title: '待决定是否重办',
    text: (p) => `「${p.subject}」已重办 ${p.times} 次，请决定下一步。`,
  },
  callByPhone: { title: '电话回访', text: (p) => `请电话回访「${p.subject}」，第 ${p.attempt} 次。` },
  ended: { title: '办理结果', text: (p) => `「${p.subject}」：${p.text}` },
  closed: { title: '已归档', text: (p) => `「${p.subject}」已归档。有新的情况，可以重新打开。` },
  withdrawn: { title: '群众已撤回', text: (p) => `「${p.subject}」已由群众撤回。` },
  repeatFlagged: {
    title: '和之前的是同一件事',
    text: (p) =>
      `中心看过，「${p.subject}」和您之前的 ${p.earlier} 是同一件事，没有新情况：${p.reason}。办理照常，先不用催；有新情况请补充，危险的请直接打 110、119、120。`,
  },
  repeatLifted: {
    title: '照常受理',
    text: (p) => `「${p.subject}」不再按重复反映看待：${p.reason}。`,
  },
  reopened: { title: '重新打开', text: (p) => `「${p.subject}」有了新情况：${p.newFact}` },
  supplemented: { title: '群众补充了情况', text: (p) => `「${p.subject}」有新的补充，请查看。` },
  revealed: { title: '群众公开了身份', text: (p) => `「${p.subject}」原来是匿名，现在可以联系群众了。` },
  sharedUnsolved: {
    title: '附议的群众说没解决',
    text: (p) => `「${p.subject}」有附议的群众说还没解决，请核实。`,
  },
  expedited: { title: '群众催办', text: (p) => `「${p.subject}」的群众在催，${p.dueAt} 到期。` },
  dueSoon: { title: '即将超期', text: (p) => `「${p.subject}」${p.clock} ${p.dueAt} 到期，请抓紧。` },
  remind: {
    title: '催办',
    text: (p) => `「${p.subject}」${p.clock}不到一天就到期（${p.dueAt}），请尽快办理。`,
  },
  overdue: {
    title: '已超期',
    text: (p) => `「${p.subject}」${p.clock}已超期（${p.dueAt} 到期），责任单位${p.department}。`,
  },
  superviseDaily: {
    title: '督办',
    text: (p) => `「${p.subject}」仍未办结，今日督办，责任单位${p.department}。`,
  },
  raised: {
    title: '提级督办',
    text: (p) => `「${p.subject}」超期较久，已提请分管领导督办，责任单位${p.department}。`,
  },
  interview: { title: '约谈', text: (p) => `「${p.subject}」长期超期，需约谈${p.department}。` },
  supervised: { title: '督办', text: (p) => `「${p.subject}」被督办：${p.text}。请尽快办理并回复。` },
  supervisionAnswered: {
    title: '督办已回复',
    text: (p) => `${p.department}就「${p.subject}」的督办回复：${p.text}`,
  },
  mentioned: { title: '有人提到您', text: (p) => `「${p.subject}」：${p.text}` },
  reclassified: {
    title: '答复时间有更新',
    text: (p) => `「${p.subject}」的类别有调整，改为 ${p.dueAt} 前答复。`,
  },
  recalculated: {
    title: '答复时间有更新',
    text: (p) => `工作日安排有调整，「${p.subject}」改为 ${p.dueAt} 前答复。`,
  },
  standIn: {
    title: '请您代理',
    text: (p) =>
      `${p.name}${p.from} 起请假，${p.until}，期间由您代理。在办的工单都在您的收件箱里，时限照常计算。`,
  },
  standInOver: {
    title: '代理结束',
    text: (p) => `${p.name}已经返岗，工单交还给${p.name}，您不用再办了。`,
  },
  planGiven: {
    title: '每月一题',
    text: (p) => `「${p.title}」由您单位负责：${p.measures}。${p.dueOn} 前完成。`,
  },
  unreachable: {
    title: '单位无人在岗',
    text: (p) => `${p.department}现在没有能联系到的专员：${p.why}。请尽快落实由谁办理。`,
    urgent: true,
  },
} as const satisfies Record<string, Template>

export type TemplateId = keyof typeof templates

export function render(
  template: TemplateId,
  params: Params,
): { title: string; text: string; urgent: boolean } {
  const { title, text, urgent }: Template = templates[template]
  return { title, text: text(params), urgent: urgent === true }
}
