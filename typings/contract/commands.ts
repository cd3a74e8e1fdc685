import type { Finding, FindingAmendment, ReviewedPhoto } from './approval'
import type { Behalf } from './behalf'
import type { Grade, Kind, LimitClass } from './directory'
import type { PriorityGroup } from './priority'
import type { Limit, Timestamp } from './time'
import type { Attachment, Channel, Commitment, Secrecy, SuperviseCause } from './ticket'

/** 提交. One insert; its id is made from the caller and the phone's commandId. */
export interface SubmitInput {
  kind: Kind
  /** The first line, made from the words where the caller gives none. */
  subject?: string
  description: string
  serviceCode?: string
  place: { areaId: string; address?: string; point?: { longitude: number; latitude: number } }
  answers?: Record<string, string>
  attachments?: Attachment[]
  secrecy: Secrecy
  name?: string
  phone?: string
  /** Anonymous callers opt in to notices; others have them. */
  notify?: boolean
  /** Absent: a named call of one's own from a phone is shared. A 举报, one that accuses, of violence or despair never is (0024). */
  share?: boolean
  priority?: boolean
  /** With it the call has priority; of an anonymous call it is not kept. */
  priorityGroup?: PriorityGroup
  /** 代办: `name` and `phone` are then those of the person who is helped, who agreed to it. */
  behalf?: { relation: Behalf['relation']; consent: Behalf['consent'] }
  againstDepartmentId?: string
  /** Server-side channels only; from a phone it is always wechat. */
  channel?: Channel
}

export interface FundedCommission {
  /** Number or title of the agreement. */
  agreement: string
  /** In fen. */
  amount: number
}

interface Reasoned {
  reason: string
}

interface Ruling {
  grant: boolean
  text: string
}

/** What each command of the state machine takes. Every one also carries ticketId, commandId and version (envelope). */
export interface CommandInputs {
  /** 派单 by the centre; `designate` makes it one that can't be returned. */
  dispatch: {
    departmentId?: string
    serviceCode?: string
    limitClass?: LimitClass
    designate?: boolean
    reason: string
    assist?: string[]
    cc?: string[]
    /** 费随事转: the agreement and its money (fen) when a duty goes down off-list. */
    fundedCommission?: FundedCommission
  }
  /** 派单前会商. */
  consult: { departmentIds: string[]; question: string }
  advise: { ours: boolean; text: string }
  /** 咨询 answered at once. */
  answer: { text: string }
  refer: { code: 'referLegal' | 'transferHotline'; text: string }
  reject: { code: 'repeat' | 'explainSecret' | 'outOfScope' | 'unlawful'; text: string; repeatOf?: string }
  /** 并单: this ticket becomes part of another. */
  merge: { parentId: string; text: string }
  absorb: { childId: string; mergeId: string; coSigners: number }
  reclassify: {
    serviceCode?: string
    kind?: Kind
    limitClass?: LimitClass
    priority?: boolean
    reason: string
  }
  copy: { departmentIds: string[] }

  /** 签收 */
  acknowledge: object
  /** 先行联系 */
  contactResident: { how: 'phone' | 'visit' | 'message'; note: string }
  /** 申请退回 and its ruling */
  sendBack: Reasoned & { suggestedDepartmentId?: string }
  ruleReturn: Ruling & { departmentId?: string; designate?: boolean; fundedCommission?: FundedCommission }
  /** 收回改派: from a unit where nobody is left to be reached. */
  takeBack: { text: string; departmentId?: string; fundedCommission?: FundedCommission }
  /** 交接说明, and that whoever holds the ticket next has read it. */
  handOver: { done: string; promised?: string; next: string }
  readHandover: object
  /** 申请延期 and its ruling */
  extend: Reasoned & { limit: Limit }
  ruleExtension: Ruling
  /** 申请挂账, its ruling, its review and its end */
  block: Reasoned & { measure: string; reviewAt: Timestamp }
  ruleBlock: Ruling
  reviewBlock: Ruling & { reviewAt?: Timestamp }
  unblock: Reasoned
  /** 申请终止 and its ruling */
  terminate: Reasoned & { resultText: string }
  ruleTermination: Ruling
  commit: { type: Commitment['type']; measure: string; promisedAt: Timestamp }
  fulfil: { commitmentId: string; evidence: string }
  /** 协办 */
  assist: { departmentId: string; task: string; fundedCommission?: FundedCommission }
  /** 吹哨 by a street */
  whistle: { departmentId: string; task: string }
  reportCoTask: { coTaskId: string; text: string; interim?: boolean }
  /** 上报 and the mandatory opinion */
  escalate: { question: string }
  opine: { text: string }
  /** 答复 */
  reply: {
    text: string
    /** Set by the server: where the whole of a long text lies in `texts`. */
    textId?: string
    internalText?: string
    publish: boolean
    attachments?: Attachment[]
  }
  review: { approve: boolean; text: string }
  /** What a phone call brought, tried by the centre. */
  recordCall: {
    answered: boolean
    contacted?: boolean
    solved?: boolean
    grade?: Grade
    comment?: string
    /** Set by the server: where the answers lie in `evaluations`. */
    evaluationId?: string
    /** Set by the server: what holds the history to those answers. */
    proof?: string
    /** Set by the server: the lot of the random second callback, 0 to 1. */
    lot?: number
  }
  /** 二次回访: what the caller says when asked once more, by somebody else. */
  recordSecondCall: {
    answered: boolean
    contacted?: boolean
    solved?: boolean
    grade?: Grade
    comment?: string
    /** Set by the server: where the answers lie in `evaluations`. */
    evaluationId?: string
  }
  /** 认定重复反映 by the centre, and taking that back. */
  flagRepeat: Reasoned & {
    earlierId: string
    /** Set by the server: whose the earlier call is, and its number. */
    earlier?: { alias: string; number: string }
  }
  liftRepeat: Reasoned
  decideRework: { rework: boolean; text: string }

  supplement: { text: string; attachments?: Attachment[] }
  expedite: { text?: string }
  withdraw: Reasoned
  evaluate: {
    contacted: boolean
    solved: boolean
    grade: Grade
    comment?: string
    /** Set by the server, as in `recordCall`. */
    evaluationId?: string
    proof?: string
    lot?: number
  }
  reopen: { newFact: string }
  coSign: object
  /** 我也遇到的人的评价: kept apart and never in the rates, which count calls. */
  judgeShared: {
    solved: boolean
    grade: Grade
    comment?: string
  }
  /** An anonymous caller says who they are, and needs no code any more. */
  reveal: {
    secrecy: 'named' | 'confidential'
    name?: string
    phone: string
    /** Set by the server: whose the ticket is from now on. */
    alias?: string
  }
  /** 收回优先: the caller takes back that they are old, disabled …; limits that run stay as they are. */
  forgoPriority: object
  /** What the caller said of themselves and the matter, once it has ended; how it went stays. */
  erase: object

  supervise: { cause: SuperviseCause; text: string }
  raise: { cause: SuperviseCause; text: string }
  interview: { cause: SuperviseCause; text: string }
  answerSupervision: { supervisionId: string; text: string }
  exempt: { of: string; code: 'objective' | 'policy' | 'malicious' | 'tolerance'; evidence: string }
  /** 备注: who is mentioned must be able to read it. */
  note: { text: string; mention?: string[] }
  /** 电话告知: what became of a call that the centre made because no message reached somebody; by `recordPhoneTask`. */
  tellByPhone: {
    /** Of the message, and of the call: nothing stands twice. */
    call: string
    whom: 'caller' | 'staff'
    reached: boolean
    text: string
  }
  /** 公开 by the centre, with what else is to be hidden and which photos may be seen; 不公开 or no longer. */
  publish: { hide: string[]; photos: ChosenPhoto[] }
  withhold: Reasoned
  /** 曝光: what the discipline unit found, and the supervisor's word on publishing it. */
  recordFinding: { verdict: Finding['verdict']; text: string }
  ruleFinding: Ruling
  /** 更正 or 撤下 of what was published; the supervisor rules on it by `ruleFinding`. */
  amendFinding: { kind: FindingAmendment['kind']; text?: string; reason: string }

  /** The scheduler's: everything that is due on this ticket now. */
  wake: object
  /** The scheduler's: a calendar was revised; open deadlines are counted anew, the past stays. */
  recalculate: object
}

export type CommandName = keyof CommandInputs

/** Without a copy nobody has looked at it, and it is refused. */
export type ChosenPhoto = Pick<ReviewedPhoto, 'fileId'> & Partial<ReviewedPhoto>
