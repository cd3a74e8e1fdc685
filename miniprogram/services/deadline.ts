import type { Clock } from '../../typings/contract/clock'
import type { Timestamp } from '../../typings/contract/time'
import { dayWords, momentWords, spanWords } from './people-time'

export type DeadlineState = 'onTime' | 'dueSoon' | 'overdue' | 'met' | 'missed' | 'paused' | 'none'

export interface DeadlineWords {
  state: DeadlineState
  words: string
}

/** Below this a deadline turns amber for the person who waits; ms. */
const soon = 24 * 3_600_000

/** 挂账: no day can be promised; the next that can be named is when the centre looks again. */
export const pausedWords = (reviewAt: Timestamp, now: Timestamp): DeadlineWords => ({
  state: 'paused',
  words: reviewAt > now ? `已挂账，${dayWords(reviewAt, now)}再核查一次` : '已挂账，中心正在核查',
})

/** What a badge says of a clock: 今天 18:00 前（还有 3 小时） · 已超时 1 天 2 小时 · 按时答复. */
export function deadlineWords(
  clock: Pick<Clock, 'dueAt' | 'outcome' | 'stoppedAt'> | undefined,
  now: Timestamp,
  done = '答复',
): DeadlineWords {
  if (!clock || clock.outcome === 'void') return { state: 'none', words: '' }
  const { dueAt, outcome, stoppedAt } = clock
  if (stoppedAt !== undefined) {
    const late = outcome === 'breached' ? Math.max(0, stoppedAt - dueAt) : 0
    return late > 0
      ? { state: 'missed', words: `晚了 ${spanWords(late)}${done}` }
      : { state: 'met', words: `按时${done}` }
  }
  if (now > dueAt) return { state: 'overdue', words: `已超时 ${spanWords(now - dueAt)}` }
  const left = dueAt - now
  const words = `${momentWords(dueAt, now)} 前${done}`
  if (left > soon) return { state: 'onTime', words }
  return { state: 'dueSoon', words: `${words}（还有 ${spanWords(left)}）` }
}
