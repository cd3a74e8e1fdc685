import type { Kind } from '../../typings/contract/directory'
import type { Secrecy } from '../../typings/contract/ticket'
import { newCommandId } from './cloud'
import { receiptFor } from './receipts'

/** A photo, film or recording on the phone, waiting to be uploaded. */
export interface KeptFile {
  path: string
  type: 'photo' | 'video' | 'voice'
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
  files: KeptFile[]
}

/** What the next call starts with; stays on this phone. */
interface Habits {
  place?: ChosenPlace
  name?: string
  phone?: string
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

export function keepHabits(change: Habits): void {
  wx.setStorageSync(HABITS, { ...habits(), ...change })
}

export function forgetHabits(): void {
  wx.removeStorageSync(HABITS)
}

function emptyDraft(): Draft {
  const { place } = habits()
  return {
    commandId: newCommandId(),
    description: '',
    kind: 'help',
    ...(place && { place: { ...place } }),
    answers: {},
    secrecy: 'named',
    files: [],
  }
}
