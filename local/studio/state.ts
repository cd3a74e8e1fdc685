import type { LogLine } from '../cloudbase/runner/log-ring'
import type { MeteredInvocation, Offence } from '../cloudbase/meter'
import type { InboxMessage } from '../cloudbase/openapi/inbox'

/** What the studio page shows, asked for once a second. */
export interface StudioState {
  clock: StudioClock
  /** Newest first. */
  calls: readonly MeteredInvocation[]
  offences: readonly Offence[]
  /** What timer functions wrote since the last journey began, oldest first. */
  lines: readonly LogLine[]
  journey: Journey | null
  /** Newest first, of everyone who was asked for. */
  inbox: readonly InboxMessage[]
  /** Of this run of the stage's data: another one means that it was reset, and phones should forget too. */
  stageId: string
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
