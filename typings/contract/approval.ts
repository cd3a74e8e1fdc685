import type { Timestamp } from './time'

/** What the centre let everybody read: texts that stood then, words and photos it looked at. */
export interface PublicationApproval {
  state: 'published' | 'withheld'
  at: Timestamp
  postId: string
  /** Words that no pattern knows, hidden wherever they stand. */
  hide: readonly string[]
  /** Photos that the reviewer looked at; what is published is their copy. */
  photos: readonly ReviewedPhoto[]
  replyIds: readonly string[]
  commitmentIds: readonly string[]
  /** When the published block was applied for. */
  blockAt?: Timestamp
}

/** A photo of the ticket, and the copy with faces, plates and names covered for good; the original stays with its handlers. */
export interface ReviewedPhoto {
  fileId: string
  copyId: string
}

/** What the discipline unit found about a unit's conduct; published only where verified and approved. */
export interface Finding {
  verdict: 'verified' | 'unfounded'
  text: string
  at: Timestamp
  departmentId: string
  postId: string
  approval?: Word
  /** What was asked of a published one since, oldest first; the last may wait for its word. */
  amendments?: readonly FindingAmendment[]
}

/** A supervisor's word. */
interface Word {
  grant: boolean
  text: string
  at: Timestamp
  postId: string
}

/** 更正 or 撤下 of a published finding. Its reason is published, what stood before never again. */
export interface FindingAmendment {
  kind: 'correct' | 'withdraw'
  /** The words that take the old ones' place; of a correction only. */
  text?: string
  reason: string
  before: string
  at: Timestamp
  postId: string
  approval?: Word
}
