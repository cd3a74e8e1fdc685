import type { Timestamp } from './time'

/** Beside the in-app message, which is the truth. `phone` is a task for the centre. */
export type NoticeChannel = 'weChat' | 'sms' | 'phone'

/** What a subscribe template is for; its id is WeChat's, and each tenant has its own. */
export type NoticeKind = 'progress' | 'result' | 'work'

/** Per template, as `wx.requestSubscribeMessage` answers. */
export type ConsentAnswer = 'accept' | 'reject' | 'ban' | 'filter'

/** A template that the person may be asked for, and what our ledger says of it. */
export interface ConsentOffer {
  templateId: string
  kind: NoticeKind
  title: string
  /** Long-term: one consent, many messages. */
  lasting: boolean
  /** Messages that may still be sent; of a lasting one 1 or 0. */
  left: number
}

export interface ConsentPage {
  offers: readonly ConsentOffer[]
}

export interface ConsentInput {
  /** An anonymous call's: consent holds for this call alone, and says that its caller wants to hear. */
  receiptCode?: string
  /** Staff are offered the reminders of their work, residents those of their calls. */
  as: 'resident' | 'staff'
}

export interface AnswerConsentsInput extends ConsentInput {
  /** Made by the phone for one question, kept over retries: counted once. */
  promptId: string
  answers: Readonly<Record<string, ConsentAnswer>>
}

/** How a tenant reaches people; what it leaves out is as domain/notification/rules.ts has it. */
export interface NoticeRules {
  /** Local times 'HH:mm'. What isn't urgent waits for `to`. */
  quiet: { from: string; to: string }
  /** Local time at which staff hear, in one message, of all that was not told at once. */
  digestAt: string
  /** Templates that staff hear of at once, urgent ones aside. */
  atOnce: readonly string[]
  /** Templates that must reach somebody, and how far they climb until they do. */
  climbs: Readonly<Partial<Record<string, 'sms' | 'phone'>>>
  /** A busy WeChat, and a gateway that doesn't answer, are tried so often, minutes apart. */
  tries: { times: number; apart: number }
  /** How often a gateway is asked what became of a message. */
  reports: { times: number; apart: number }
  /** Calls that the centre makes before a phone task is given up. */
  calls: number
  /** Text messages to one post a day, urgent ones aside; one more says that the rest is in the app. */
  smsPerPostDay: number
}

/**
 * waiting, attempting: on its way · accepted: the gateway has it · delivered · refused: by the person or for want of
 * consent · failed · uncertain: nobody knows, and it is never repeated · skipped: read in-app before · open, reached,
 * unreached: a phone task
 */
export type NoticeState =
  | 'waiting'
  | 'attempting'
  | 'accepted'
  | 'delivered'
  | 'refused'
  | 'failed'
  | 'uncertain'
  | 'skipped'
  | 'open'
  | 'reached'
  | 'unreached'

/** `sendings`: one message to one person on one channel; `_id` is `ticket:seq:recipient:channel`. */
export interface Sending {
  _id: string
  channel: NoticeChannel
  /** The in-app message that it points at; of a digest its own id. */
  messageId: string
  recipientId: string
  postId?: string
  ticketId?: string
  template: string
  urgent: boolean
  /** How far it may still climb where this channel fails. */
  climbs?: 'sms' | 'phone'
  state: NoticeState
  /** When the scheduler looks again; absent once nothing more happens by itself. */
  dueAt?: Timestamp
  tries: number
  /** Why it was refused or failed: WeChat's errcode, the gateway's code, or our own word. */
  code?: string
  at: Timestamp
  settledAt?: Timestamp
  calls?: readonly { at: Timestamp; postId: string; reached: boolean; note: string }[]
}

/** What became of a message on one channel. */
export type Fate = Pick<Sending, 'channel' | 'state' | 'code' | 'dueAt' | 'settledAt'>

/** What the centre sees of one message of a ticket. */
export interface MessageFate {
  title: string
  at: Timestamp
  /** 反映人, 同问居民, or the post. */
  whom: string
  read: boolean
  fates: readonly Fate[]
}

/** Somebody whom no message reached: the centre calls. */
export interface PhoneTask {
  id: string
  ticketId?: string
  number?: string
  whom: string
  /** Of residents, from the ticket; of staff their post's 值班电话. Absent: by the centre's own list. */
  phone?: string
  title: string
  text: string
  at: Timestamp
  tries: number
  /** They have seen it in the mini-program meanwhile: the call may be a short one. */
  read: boolean
  fates: readonly Fate[]
}

export interface PhoneTaskOutcome {
  id: string
  reached: boolean
  note: string
  /** As the list showed it, so that two people at once don't count twice. */
  tries: number
}

/** Who cannot be reached now, and who is away. */
/** 二次回访 that waits, by lot. */
export interface SecondCallTask {
  ticketId: string
  number: string
  subject: string
  /** From here on. */
  callAt: Timestamp
  tries: number
  /** The reader made the first call: a colleague makes this one. */
  forAnother: boolean
}

export interface Reach {
  phoneTasks: readonly PhoneTask[]
  secondCalls: readonly SecondCallTask[]
  unreachable: readonly { departmentId: string; name: string; why: 'vacant' | 'bothAway' | 'noDeputy' }[]
  away: readonly { postId: string; name: string; from: Timestamp; to?: Timestamp; deputy?: string }[]
}

/** One of the reader's own posts, and its leave. */
export interface Leave {
  postId: string
  title: string
  departmentName: string
  absence?: { from: Timestamp; to?: Timestamp; reason: string }
  /** Who stands in, and whether they can. */
  deputy?: { title: string; name: string; reachable: boolean }
}

export interface LeavePage {
  posts: readonly Leave[]
  now: Timestamp
}

export interface AbsenceInput {
  postId: string
  /** Without it the leave is over. `to` is the first instant of being back. */
  absence?: { from: Timestamp; to?: Timestamp; reason: string }
}
