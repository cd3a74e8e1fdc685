import type { Finding, PublicationApproval } from './approval'
import type { Exemption } from './exemption'
import type { Handover } from './handover'
import type { Behalf } from './behalf'
import type { Clock } from './clock'
import type { Commission } from './commission'
import type { ClockKind, Grade, Kind, LimitClass, Role } from './directory'
import type { PriorityGroup } from './priority'
import type { RepeatFlag } from './repeat-flag'
import type { SecondCall } from './second-call'
import type { Guess } from './suggestion'
import type { Limit, Timestamp } from './time'

/** Overdue is never a status: it is derived from the clocks (norms.md §3). */
export type TicketStatus =
  | 'submitted'
  | 'dispatched'
  | 'acknowledged'
  | 'replied'
  | 'callback'
  | 'closed'
  | 'answered'
  | 'referred'
  | 'rejected'
  | 'merged'
  | 'terminated'
  | 'withdrawn'

/** Why a call was not accepted or ended otherwise than by a reply (Art. 11). */
export type EndCode =
  | 'answeredAtOnce'
  | 'referLegal'
  | 'transferHotline'
  | 'repeat'
  | 'explainSecret'
  | 'outOfScope'
  | 'unlawful'
  | 'merged'
  | 'terminated'
  | 'withdrawn'

export type Channel = 'wechat' | 'hotline' | 'letter' | 'visit' | 'patrol' | 'import'

/** Named: the handler may know. Confidential: only the centre may. Anonymous: nobody can. */
export type Secrecy = 'named' | 'confidential' | 'anonymous'

export interface Place {
  areaId: string
  /** District down to `areaId`. */
  path: readonly string[]
  address?: string
  point?: { longitude: number; latitude: number }
}

/** Something in the words that people must see at once. */
export type AlarmName = 'emergency' | 'selfHarm' | 'violence' | 'minor' | 'group'

export interface Alarm {
  alarm: AlarmName
  /** What was said, in the caller's words. */
  words: string
}

export interface Attachment {
  fileId: string
  type: 'photo' | 'video' | 'voice' | 'file'
  /** Where a photo was taken, only where its sender wants it told; GCJ-02 as on WeChat's maps, degrees. */
  point?: { longitude: number; latitude: number }
}

/** Never an openid; `alias` is HMAC(k, openid), or HMAC(k, openid‖commandId) of an anonymous caller. */
export interface Caller {
  alias: string
  secrecy: Secrecy
  name?: string
  phone?: string
  /** Whether the caller wants to be told; anonymous callers opt in. */
  notify: boolean
  /** Whether neighbours with the same trouble may see that it was called: its service, community and state, no words. */
  share?: boolean
}

export interface Lead {
  departmentId: string
  postId: string
  /** 1 for the first lead's first turn; a new lead, a rework and a reopening start the next. */
  stint: number
  since: Timestamp
  /** A unit that the centre designated may not return the ticket (潍坊 22). */
  designated: boolean
  /** After this instant silence is acceptance. */
  returnUntil: Timestamp
  acceptedBySilence?: boolean
  reason: string
  catalogueVersion: number
}

/** One hop of the transfer trail, seen by the resident. */
export interface Hop {
  stint: number
  to: string
  from?: string
  at: Timestamp
  reason: string
}

interface Application {
  state: 'open' | 'granted' | 'refused'
  reason: string
  at: Timestamp
  postId: string
  ruling?: string
  ruledAt?: Timestamp
}

export interface Objection extends Application {
  stint: number
  suggestedDepartmentId?: string
}

export interface ExtensionRequest extends Application {
  stint: number
  limit: Limit
}

/** 挂账: an approved pause with a review date, seen by the resident. */
export interface Block extends Application {
  measure: string
  reviewAt: Timestamp
  liftedAt?: Timestamp
}

export interface Termination extends Application {
  resultText: string
}

/** Kept or broken on its date (济南 24). */
export interface Commitment {
  id: string
  type: 'repair' | 'plan' | 'fund' | 'legal' | 'other'
  measure: string
  promisedAt: Timestamp
  state: 'open' | 'kept' | 'keptLate' | 'broken'
  at: Timestamp
  departmentId: string
  fulfilledAt?: Timestamp
  evidence?: string
}

export interface CoTask {
  id: string
  departmentId: string
  postId: string
  /** 'whistle': a street called the department in (吹哨报到, Art. 16). */
  by: 'assist' | 'whistle'
  callerDepartmentId: string
  task: string
  state: 'open' | 'reported'
  at: Timestamp
  report?: string
  reportedAt?: Timestamp
  interim?: string
}

export interface Escalation {
  toDepartmentId: string
  question: string
  state: 'open' | 'answered'
  at: Timestamp
  opinion?: string
  answeredAt?: Timestamp
}

export interface Consultation {
  question: string
  state: 'open' | 'closed'
  at: Timestamp
  departmentIds: readonly string[]
  opinions: readonly { departmentId: string; ours: boolean; text: string; at: Timestamp }[]
}

export type SuperviseCause = 'refuses' | 'overdue' | 'shouldHaveSolved' | 'negativeEffect' | 'other'

export interface Supervision {
  id: string
  level: 'supervise' | 'raise' | 'interview'
  cause: SuperviseCause
  text: string
  at: Timestamp
  by: 'ladder' | 'person'
  state: 'open' | 'answered'
  answer?: string
  answeredAt?: Timestamp
}

export interface Reply {
  id: string
  stint: number
  at: Timestamp
  postId: string
  departmentId: string
  /** To the resident; the beginning only where `textId` names the whole. */
  text: string
  textId?: string
  /** To the centre; never to the resident. */
  internalText?: string
  publish: boolean
  attachments: readonly Attachment[]
  review?: { verdict: 'approved' | 'rework'; text: string; at: Timestamp; postId: string }
}

/** Asks for the evaluation, in WeChat first and then by phone. Never holds the grade. */
export interface Callback {
  round: number
  because: 'reviewed' | 'deadline'
  openedAt: Timestamp
  /** From here on the centre calls by phone; moves to the next day after a call nobody answered. */
  callAt: Timestamp
  tries: readonly { at: Timestamp; outcome: 'noAnswer' | 'answered' }[]
  outcome?: 'valid' | 'invalid'
  finishedAt?: Timestamp
  /** Of the answers, in `evaluations`, where no handler looks. */
  evaluationId?: string
  /** An unhappy evaluation after the automatic reworks waits for a supervisor. */
  undecided?: boolean
}

export interface Supplement {
  id: string
  at: Timestamp
  text: string
  attachments: readonly Attachment[]
}

export type Visibility = 'public' | 'resident' | 'internal'

/** One line of the history: actor, role, from, to, time, reason code, text and who may see it. */
export interface HistoryEntry {
  seq: number
  at: Timestamp
  what: string
  role: Role
  postId?: string
  departmentId?: string
  from: TicketStatus
  to: TicketStatus
  code?: string
  text?: string
  /** Digest of what is kept apart: the answers of an evaluation, salted. Never leaves the server. */
  proof?: string
  visibility: Visibility
}

export interface Evaluation {
  _id: string
  ticketId: string
  round: number
  contacted: boolean
  solved: boolean
  grade: Grade
  comment?: string
  /** Of the proof that stands in the ticket's history. */
  salt?: string
  /** `second`: the random second callback; in no rate. */
  by: 'wechat' | 'phone' | 'coSigner' | 'second'
  at: Timestamp
  /** The department whose work is judged. */
  departmentId: string
}

/** What the holder of the ticket has to do now; shown as the one next thing. */
export type NextStep =
  | 'dispatch'
  | 'awaitConsultation'
  | 'ruleReturn'
  | 'takeBack'
  | 'acknowledge'
  | 'contactResident'
  | 'reviewBlock'
  | 'reply'
  | 'review'
  | 'awaitEvaluation'
  | 'callByPhone'
  | 'decideRework'
  | 'none'

/** What waits for the centre on a ticket; several may wait at once, beside the lead's own work. */
export type CentreTask =
  | 'dispatch'
  | 'consultation'
  | 'ruleReturn'
  | 'takeBack'
  | 'ruleExtension'
  | 'ruleBlock'
  | 'ruleTermination'
  | 'review'
  | 'callback'
  | 'callByPhone'
  | 'decideRework'
  | 'awaitSupervision'
  | 'publish'
  | 'ruleFinding'
  | 'secondCall'

/** The earliest running deadline of one unit. */
export interface Due {
  departmentId: string
  kind: ClockKind
  dueAt: Timestamp
}

export interface TicketBrief {
  ticketId: string
  number: string
  version: number
  status: TicketStatus
  nextStep: NextStep
}

export interface TicketFields {
  _id: string
  number: string
  version: number
  status: TicketStatus
  channel: Channel
  kind: Kind
  serviceCode?: string
  limitClass: LimitClass
  /** S32: by consent, or as the centre set it. */
  priority: boolean
  /** Why, where the caller said so. */
  priorityGroup?: PriorityGroup
  /** How the words were heard; the caller's own choice of a service stands above it. */
  guess?: Guess
  alarms?: readonly Alarm[]
  subject: string
  description: string
  /** In `texts`: the whole words where they are longer than a ticket should hold. */
  textId?: string
  place: Place
  answers: Readonly<Record<string, string>>
  attachments: readonly Attachment[]
  caller: Caller
  /** The department complained of (回避). */
  againstDepartmentId?: string
  behalf?: Behalf
  lead?: Lead
  cc: readonly string[]
  ownerDepartmentId?: string
  nextStep: NextStep
  centreTasks: readonly CentreTask[]
  clocks: readonly Clock[]
  hops: readonly Hop[]
  returnCount: number
  objection?: Objection
  extension?: ExtensionRequest
  extensionCount: number
  block?: Block
  termination?: Termination
  commitments: readonly Commitment[]
  coTasks: readonly CoTask[]
  commissions?: readonly Commission[]
  escalation?: Escalation
  consultation?: Consultation
  supervisions: readonly Supervision[]
  contacts: readonly { at: Timestamp; postId: string; how: 'phone' | 'visit' | 'message'; note: string }[]
  replies: readonly Reply[]
  reworkCount: number
  callback?: Callback
  secondCall?: SecondCall
  repeat?: RepeatFlag
  supplements: readonly Supplement[]
  expedites: readonly Timestamp[]
  coSignerCount: number
  /** How many of them said so when it was over. */
  coSignerVerdicts?: { solved: number; unsolved: number }
  /** Saga, child first: `mergeId` on both. */
  merge?: { mergeId: string; parentId: string; done: boolean }
  absorbed: readonly { mergeId: string; childId: string }[]
  exemptions: readonly Exemption[]
  /** The latest one; earlier ones stand in the history. */
  handover?: Handover
  publication?: PublicationApproval
  finding?: Finding
  end?: { code: EndCode; text: string; at: Timestamp }
  /** When its caller had their words taken out. */
  erasedAt?: Timestamp
  history: readonly HistoryEntry[]
  submittedAt: Timestamp
  updatedAt: Timestamp
  nextDeadlineAt?: Timestamp
  /** Of every unit that has a clock running, the earliest first: whose lateness is whose. */
  dues: readonly Due[]
  /** Units whose report or opinion somebody waits for: open co-tasks, a consultation, an escalation. */
  awaitedIds: readonly string[]
  nextWakeAt?: Timestamp
}
