/**
 * Every expected failure, by code. Messages are for people: what happened, what is safe, what to do.
 * Anything that is not a DomainError is a bug and may crash its call.
 */
export const errorMessages = {
  BAD_JSON: '请求内容不完整，请重试一次。',
  UNKNOWN_OPERATION: '这个操作不存在，请更新小程序后再试。',
  INVALID_INPUT: '填写的内容有一处需要修改，请检查后再提交。',
  TEXT_TOO_LONG: '文字太长了，请删减一些再提交；已写的内容不会丢。',
  NOT_IDENTIFIED: '没有认出您的身份，请重新打开小程序。',
  NOT_ALLOWED: '您没有办理这件事的权限。如果应当由您办理，请联系区民呼我应中心。',
  TICKET_NOT_FOUND: '没有找到这件诉求，或者它现在不归您查看。请核对编号。',
  REPORT_NOT_FOUND: '没有找到这份报告，请回到列表再看。',
  VERSION_CONFLICT: '这件诉求刚刚有了新进展，请先看看最新情况再操作。',
  COMMAND_ID_REUSED: '这次操作与之前的一次编号相同，请返回后重新操作。',
  COMMAND_ID_MISSING: '操作缺少编号，请更新小程序后再试。',
  ILLEGAL_TRANSITION: '这件诉求现在的状态不能做这一步，请刷新看看最新情况。',
  RETURN_WINDOW_CLOSED: '退回的期限已过，视为接受，不能再申请退回。请继续办理，或申请协办、上报。',
  RETURN_DESIGNATED: '这件诉求由中心指定您单位办理，不能退回。有困难请上报或申请协办。',
  APPLICATION_OPEN: '同样的申请正在等待裁定，不用重复提交。',
  NO_APPLICATION: '没有等待裁定的申请，可能刚被处理过，请刷新。',
  UNIT_REACHABLE: '这个单位现在有人办理，不能收回。需要改派的，请承办单位申请退回。',
  EXTENSION_TOO_LATE: '延期要在到期之前申请，现在已经到期。请尽快答复，并向群众说明原因。',
  EXTENSION_USED: '延期的次数已经用完。可以作出承诺（措施和日期），并请向群众说明。',
  EXTENSION_TOO_LONG: '申请的延期超过了规定的最长时间，请缩短后再提交。',
  ALREADY_BLOCKED: '这件诉求已经挂账，不用重复申请。',
  NOT_BLOCKED: '这件诉求没有挂账。',
  DATE_IN_PAST: '日期已经过去，请选一个将来的日期。',
  COMMITMENT_NOT_FOUND: '没有找到这项承诺，请刷新后再试。',
  CO_TASK_NOT_FOUND: '没有找到这项协办任务，请刷新后再试。',
  CO_TASK_EXISTS: '这个单位已经在协办这件诉求。',
  WHISTLE_NOT_STREET: '只有街道、乡镇可以吹哨；部门之间请申请协办。',
  OFF_LIST: '这项职责不在对方的职责清单上，下派要有经费委托（费随事转），请填写委托文号。',
  NO_SUPERIOR: '您单位没有登记上级单位，请联系区民呼我应中心。',
  ESCALATION_OPEN: '已经上报，正在等上级意见。',
  NO_ESCALATION: '没有等待答复的上报。',
  NO_CONSULTATION: '没有等待您单位意见的会商。',
  ALREADY_EVALUATED: '您已经评价过了，谢谢。如果有新的情况，可以重新打开。',
  NO_CALLBACK: '现在还不能评价。办理有了结果，我们会请您评价。',
  CALLBACK_TOO_EARLY: '今天已经打过电话，请改天再打。',
  NO_SECOND_CALL: '这件诉求没有等着的二次回访，可能刚有人记过了。',
  SECOND_CALL_SAME_PERSON: '第一次回访是您打的，二次回访要换一位同事。',
  REPEAT_FLAGGED:
    '中心认定这件和您之前反映的是同一件事，办理照常，先不用催。有新情况请“补充”，中心会马上再看。',
  REPEAT_FLAGGED_ALREADY: '这件诉求已经认定为重复反映，不用再认定。',
  REPEAT_NOT_FLAGGED: '这件诉求没有认定为重复反映，不用撤销。',
  REPEAT_EMERGENCY: '紧急的和话里可能有危险的，不能认定为重复反映。',
  REPEAT_OTHER_CALLER: '要找同一位群众之前的一件。匿名诉求彼此不关联，不能认定。',
  NO_DECISION_DUE: '没有等待决定的重办。',
  SUPPLEMENT_LIMIT: '补充说明的次数已满。需要时请拨打 12345，把新情况告诉我们。',
  EXPEDITE_LIMIT: '今天已经催过，承办单位已收到提醒。请明天再催。',
  REOPEN_WINDOW_CLOSED: '办结已经超过可以重新打开的期限，请重新提交一件诉求，我们会把两件连起来。',
  NOT_ANONYMOUS: '这件诉求本来就留了您的信息，不用再公开身份。',
  NO_PRIORITY: '这件诉求没有标明优先联系，不用收回。',
  ERASED: '这件诉求里您说的内容已经按您的要求删除，不能再办这一步。需要时请重新反映。',
  NOT_CO_SIGNER: '没有找到您点过“我也遇到”的这件事，请从“我的诉求”里再打开一次。',
  CONTENT_RISKY: '微信的内容检查认为里面有不能公开的话，没有公开。请隐去那些字再试；诉求的办理不受影响。',
  CONTENT_UNCHECKED: '微信的内容检查一时没有回应，先不公开，请过一会儿再试。诉求的办理不受影响。',
  OWN_TICKET: '这是您自己的诉求，不用再点“我也遇到”。',
  SUPERVISION_NOT_FOUND: '没有找到这项督办，请刷新后再试。',
  EXEMPTION_UNKNOWN: '没有找到要剔除的计时或回访。',
  NO_HANDOVER: '没有等您看的交接说明，可能已经看过了。',
  MENTION_CANNOT_SEE: '要提醒的人现在看不到这件诉求的备注，所以没有发出。请先请他协办，再提醒他。',
  MERGE_SELF: '不能并到自己，请选另一件诉求。',
  MERGE_TARGET_ENDED: '要并入的诉求已经办结，请选一件正在办理的。',
  DEPARTMENT_NOT_FOUND: '没有找到这个单位，或者它已停用，请重新选择。',
  DEPARTMENT_UNREACHABLE: '这个单位现在没有可联系的专员，请改派，或先补上专员。',
  CONFLICT_OF_INTEREST: '这件诉求反映的就是这个单位，按回避规定不能派给它。',
  SERVICE_NOT_FOUND: '没有找到这个诉求类别，请重新选择。',
  AREA_NOT_FOUND: '没有找到这个地点所属的社区，请重新选择。',
  TICKET_FULL: '这件诉求的记录已满，请联系区民呼我应中心处理。',
  COMMAND_BUSY: '这件诉求正忙，请过几秒再试；您填的内容还在。',
  RECEIPT_UNKNOWN: '没有找到这个查询码，请核对后再试。',
  TOO_MANY_TRIES: '查询得太频繁了，请过一会儿再试。',
  DIRECTORY_INVALID: '目录有错，没有保存，请按提示修改。',
  POST_VACANT: '这个岗位现在没有人，也没有发出的上岗码。',
  POST_SAME_PERSON: '这个单位的 A 角和 B 角不能是同一个人，没有上岗。请管理员请另一位。',
  INVITATION_UNKNOWN: '没有找到这个上岗码，或者它已经用过、过了 7 天。请找管理员要一个新的。',
  NOTICES_INVALID: '通知设置有一处不对，没有保存，请按提示修改。',
  CALENDAR_DAY_PAST: '已经过去的日子不能改：已经算过的时限不变。',
  CALENDAR_YEAR_MISSING: '这一年的放假通知还没有录入，不能只改一天。请先录入全年的安排。',
  CALENDAR_DAY_SAME: '这一天本来就是这样，不用改。',
  DIRECTORY_MISSING: '系统还没有配置好目录，请联系区民呼我应中心。',
  CODE_NOT_MADE: '微信一时没有生成小程序码，请过一会儿再试。',
  NOT_PUBLISHABLE: '举报和反映干部作风的诉求不公开；查实以后，公开的是核查结果。',
  PHOTO_NOT_LOOKED_AT: '有照片还没有看过、遮过，没有公开。请逐张打开看一遍再公开。',
  NO_ACCUSED: '这件诉求没有指明被反映的单位，不用写核查结果。',
  FINDING_PUBLISHED: '这份核查结果已经公开。要改，请申请更正或撤下，由督办员审核。',
  NO_PUBLISHED_FINDING: '没有公开着的核查结果，不用更正或撤下。',
  ALREADY_RECORDED: '这次通话刚刚有人记过了，请刷新看看。',
  NOT_FOUND: '没有找到您要的内容。',
  OPEN_DATA_CLOSED: '本区还没有开放数据。',
  OPEN_DATA_READ_ONLY: '开放数据只能读取（GET）。要反映问题，请用微信小程序“民呼我应”或拨打 12345。',
  OPEN_DATA_REMAKING: '这份文件里有内容撤回了，今晚重新生成，请明天再来取。',
} as const

export type ErrorCode = keyof typeof errorMessages

export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly path?: string,
    /** Replaces the code's own sentence where a more exact one helps. */
    message?: string,
  ) {
    super(message ?? errorMessages[code])
    this.name = 'DomainError'
  }
}

export function refuse(code: ErrorCode, path?: string, message?: string): never {
  throw new DomainError(code, path, message)
}
