import type { KeptFile } from '../../services/draft'

/** A reply not yet sent; kept at each change, for each ticket. */
export interface ReplyDraft {
  text: string
  internalText: string
  publish: boolean
  /** `fileId` once uploaded, so that a second try doesn't upload again. */
  files: (KeptFile & { fileId?: string })[]
}

const keyOf = (ticketId: string) => `reply:${ticketId}`

export function openReply(ticketId: string): ReplyDraft {
  const kept = wx.getStorageSync(keyOf(ticketId)) as ReplyDraft | ''
  return kept || { text: '', internalText: '', publish: true, files: [] }
}

export function keepReply(ticketId: string, draft: ReplyDraft): void {
  wx.setStorageSync(keyOf(ticketId), draft)
}

export function dropReply(ticketId: string): void {
  wx.removeStorageSync(keyOf(ticketId))
}
