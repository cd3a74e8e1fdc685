import type { Kind } from '../../typings/contract/directory'
import type { PriorityGroup } from '../../typings/contract/priority'
import type { Attachment, Secrecy } from '../../typings/contract/ticket'
import { newCommandId } from './cloud'
import { receiptFor } from './receipts'

/** A photo, film or recording on the phone, waiting to be uploaded. */
export interface KeptFile {
  path: string
  type: 'photo' | 'video' | 'voice'
  /** Where it was taken, read only where the person wants it told. */
  point?: NonNullable<Attachment['point']>
}

export interface ChosenPlace {
  areaId: string
  /** As people say it: 桂桥街道 桂园社区. */
  words: string
  address: string
}

/** Everything typed, kept at each change. `commandId` belongs to the draft, so that it can become one ticket only. */
export interface Draft {
  commandId: string
  description: string
  kind: Kind
  place?: ChosenPlace
  serviceCode?: string
  serviceName?: string
  answers: Record<string, string>
  /** With a 举报: whom it is about. */
  against?: { departmentId: string; name: string }
  secrecy: Secrecy
  /** Neighbours may see that it was called. */
  share?: boolean
  priorityGroup?: PriorityGroup
  files: KeptFile[]
  /** The place that a camera wrote into a photo goes along: for this call only, never as a habit. */
  withPlace?: boolean
}

/** What the next call starts with; stays on this phone. */
interface Habits {
  place?: ChosenPlace
  name?: string
  phone?: string
  share?: boolean
  priorityGroup?: PriorityGroup
}

const DRAFT = 'draft'
const HABITS = 'habits'

/** What was left unsent; of what has its receipt already, nothing is taken over. */
export function openDraft(): Draft {
  const kept = wx.getStorageSync(DRAFT) as Draft | ''
  return kept && !receiptFor(kept.commandId) ? kept : emptyDraft()
}

export function keepDraft(draft: Draft): void {
  wx.setStorageSync(DRAFT, draft)
}

export function dropDraft(): void {
  wx.removeStorageSync(DRAFT)
}

export function habits(): Habits {
  return (wx.getStorageSync(HABITS) as Habits | '') || {}
}

export function keepHabits(change: { [Habit in keyof Habits]: Habits[Habit] | undefined }): void {
  wx.setStorageSync(HABITS, { ...habits(), ...change })
}

export function forgetHabits(): void {
  wx.removeStorageSync(HABITS)
}

function emptyDraft(): Draft {
  const { place, share = true, priorityGroup } = habits()
  return {
    commandId: newCommandId(),
    description: '',
    kind: 'help',
    ...(place && { place: { ...place } }),
    answers: {},
    secrecy: 'named',
    share,
    ...(priorityGroup && { priorityGroup }),
    files: [],
  }
}
