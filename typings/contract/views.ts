import type { Clock, Explanation } from './clock'
import type { Handover } from './handover'
import type { RepeatFlag } from './repeat-flag'
import type { Caller, TicketFields } from './ticket'
import type { Timestamp } from './time'

/** How the reader stands to the ticket: says which buttons to show. */
export type RelationName =
  | 'caller'
  | 'resident'
  | 'lead'
  | 'coHandler'
  | 'consulted'
  | 'superior'
  | 'copied'
  | 'areaWatcher'
  | 'centre'
  | 'supervisor'
  | 'leader'
  | 'admin'
  | 'system'

/** A ticket as its reader may see it; fields that are not theirs to see are absent. */
export interface TicketView extends Partial<
  Omit<TicketFields, 'caller' | 'replies' | 'handover' | 'repeat'>
> {
  _id: string
  number: string
  version: number
  status: TicketFields['status']
  subject: string
  description: string
  relations: readonly RelationName[]
  caller?: Omit<Caller, 'alias'>
  replies?: readonly Omit<TicketFields['replies'][number], 'internalText' | 'review'>[]
  /** All of it to the caller and the centre. */
  repeat?: Pick<RepeatFlag, 'at'> & Partial<RepeatFlag>
  /** `own`: written by its reader. */
  handover?: Omit<Handover, 'personId'> & { own: boolean }
}

/** `tickets.get`: the view, with every visible clock explained and names for every id in it. */
export interface TicketPage {
  ticket: TicketView
  /** Commands that the reader may give now. */
  mayDo: readonly string[]
  explanations: Readonly<Record<string, Explanation>>
  names: Readonly<Record<string, string>>
  /** The whole words, where the ticket keeps only their beginning. */
  description?: string
  now: Timestamp
}

/** Somebody who reads the notes of a ticket, and may be mentioned in one. */
export interface Mentionable {
  postId: string
  unit: string
  title: string
  /** Empty where the directory has none. */
  name: string
}

export type TicketCard = Pick<
  TicketFields,
  | '_id'
  | 'number'
  | 'version'
  | 'status'
  | 'kind'
  | 'serviceCode'
  | 'limitClass'
  | 'priority'
  | 'subject'
  | 'place'
  | 'lead'
  | 'ownerDepartmentId'
  | 'nextStep'
  | 'nextDeadlineAt'
  | 'submittedAt'
  | 'updatedAt'
  | 'coSignerCount'
  | 'returnCount'
  | 'alarms'
> &
  Partial<Pick<TicketFields, 'dues'>> & {
    /** Somebody of the staff has not looked at it as it is now. */
    unread?: true
  }

/** A card of the caller's own: what was promised to them, and nothing of the handlers' inner deadlines. */
export type OwnCard = Omit<TicketCard, 'nextDeadlineAt' | 'dues' | 'alarms'> & {
  promise?: Pick<Clock, 'dueAt' | 'outcome' | 'stoppedAt'>
  /** 挂账: the promise stands still, and this is when the centre looks again. */
  reviewAt?: Timestamp
}

export interface TicketList {
  /** With the view `mine` each is an `OwnCard`. */
  tickets: readonly (TicketCard & Pick<OwnCard, 'promise' | 'reviewAt'>)[]
  names: Readonly<Record<string, string>>
  /** Give it back to read on; absent at the end. */
  cursor?: string
  now: Timestamp
}

/** Which list: each is one indexed read. */
export type ListView =
  | 'mine'
  | 'inbox'
  | 'toAcknowledge'
  | 'handling'
  | 'replied'
  | 'coTasks'
  | 'desk'
  | 'toReview'
  | 'callbacks'
  | 'overdue'
  | 'supervised'
  | 'toPublish'
  | 'area'
  | 'all'

export interface ListInput {
  view: ListView
  /** Only what is late already, or due before the end of the district's day; of anybody's clocks. */
  due?: 'overdue' | 'today'
  serviceCode?: string
  areaId?: string
  cursor?: string
  limit?: number
}

export interface SearchInput {
  /** A number, or words of the call. */
  text?: string
  areaId?: string
  serviceCode?: string
  from?: Timestamp
  to?: Timestamp
  cursor?: string
  limit?: number
}

export interface Receipt {
  ticketId: string
  number: string
  version: number
  status: TicketFields['status']
  department?: string
  reason: string
  dueAt: Timestamp
  explanation: Explanation
  /** Of anonymous callers, and of calls made or taken down for somebody: shown once, kept by nobody but them. */
  receiptCode?: string
}
