import type { Timestamp } from './time'

/** 重复反映 as the centre found it (Art. 9): of this caller's call, which brings nothing that an earlier one did not. */
export interface RepeatFlag {
  at: Timestamp
  postId: string
  reason: string
  /** Of the same caller. */
  earlierId: string
  earlierNumber: string
  liftedAt?: Timestamp
  liftReason?: string
}
