import type { Timestamp } from './time'

/** 二次回访 of a closed call, by lot. Never holds an answer: the scheduler compares them where they lie, in `evaluations`. */
export interface SecondCall {
  drawnAt: Timestamp
  callAt: Timestamp
  tries: readonly { at: Timestamp; outcome: 'noAnswer' | 'answered' }[]
  /** The post that made the first call. */
  notByPostId?: string
  outcome?: 'answered' | 'notReached'
  finishedAt?: Timestamp
}
