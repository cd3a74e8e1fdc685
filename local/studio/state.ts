import type { MeteredInvocation, Offence } from '../cloudbase/meter'

/** What the studio page shows, asked for once a second. */
export interface StudioState {
  clock: StudioClock
  /** Newest first. */
  calls: readonly CallRun[]
  offences: readonly Offence[]
  /** Since the first journey began, oldest first. */
  happenings: readonly Happening[]
  journey: Journey | null
  /** By openid, newest first, of everyone who was asked for. */
  inboxes: Readonly<Record<string, readonly InboxItem[]>>
  /** Of this run of the stage's data: another one means that it was reset, and phones should forget too. */
  stageId: string
}

/** The same call several times in a row. */
export interface CallRun {
  last: MeteredInvocation
  times: number
}

export interface StudioClock {
  /** ms UTC. */
  now: number
  /** Emulated ms per real ms: 0 stands still. */
  rate: number
  /** 工作日, 周末, 国庆节放假, 国庆节调休上班. */
  day: string
}

/** One move of the clock. Instants are ms UTC. */
export interface Journey {
  from: number
  to: number
  /** Timer runs on the way; absent while the clock runs by itself. */
  ticks?: number
}

/** What reached somebody: in the mini-program's own message centre, as a subscribe message in WeChat, or as a text message. */
export interface InboxItem {
  id: string
  /** ms UTC. */
  at: number
  through: '站内消息' | '微信通知' | '短信'
  title: string
  text: string
  /** Where a tap leads; empty leads nowhere. */
  page: string
}

/** Something that nobody did: a rung of the ladder, a message, a line that a timer function wrote. */
export interface Happening {
  /** ms UTC. */
  at: number
  text: string
  /** To what: a ticket's number, a function's name. */
  to: string
  kind: 'done' | 'written' | 'failed'
}

export type ClockOrder =
  | { go: 'now' | 'hour' | 'workday' | 'deadline' | 'wake' }
  /** Emulated ms per real ms: 0 pauses, 1 is real time. */
  | { rate: number }

/** Somebody who can hold a phone. */
export interface StagePerson {
  openid: string
  name: string
  /** Unit or place, empty for residents. */
  unit: string
  group: PersonGroup
}

export const personGroups = [
  '群众',
  '民呼回应专员',
  'B角',
  '派单员',
  '督办员',
  '分管领导',
  '网格员',
  '管理员',
] as const

export type PersonGroup = (typeof personGroups)[number]
