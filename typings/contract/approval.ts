import type { Timestamp } from './time'

/** What the centre let everybody read: texts that stood then, words and photos it looked at. */
export interface PublicationApproval {
  state: 'published' | 'withheld'
  at: Timestamp
  postId: string
  /** Words that no pattern knows, hidden wherever they stand. */
  hide: readonly string[]
  /** File ids of photos without faces, plates or names. */
  photos: readonly string[]
  replyIds: readonly string[]
  commitmentIds: readonly string[]
  /** When the published block was applied for. */
  blockAt?: Timestamp
}

/** What the discipline unit found about a unit's conduct; published only where verified and approved. */
export interface Finding {
  verdict: 'verified' | 'unfounded'
  text: string
  at: Timestamp
  departmentId: string
  postId: string
  approval?: { grant: boolean; text: string; at: Timestamp; postId: string }
}
