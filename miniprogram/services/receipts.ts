import type { SubmitInput } from '../../typings/contract/commands'
import type { Receipt } from '../../typings/contract/views'

/** Receipts of this phone's calls. Of anonymous ones this is the only place, besides paper, that knows the code. */
export interface KeptReceipt {
  receipt: Receipt
  /** Of the sending that it answers. */
  commandId: string
  subject: string
  anonymous: boolean
}

const KEY = 'receipts'
const keptMost = 20

export function receipts(): KeptReceipt[] {
  return (wx.getStorageSync(KEY) as KeptReceipt[] | '') || []
}

export function keepReceipt(
  commandId: string,
  receipt: Receipt,
  { description, secrecy }: SubmitInput,
): void {
  const others = receipts().filter((one) => one.receipt.ticketId !== receipt.ticketId)
  const kept = { receipt, commandId, subject: description.slice(0, 30), anonymous: secrecy === 'anonymous' }
  wx.setStorageSync(KEY, [kept, ...others].slice(0, keptMost))
}

export function receiptOf(ticketId: string): KeptReceipt | undefined {
  return receipts().find(({ receipt }) => receipt.ticketId === ticketId)
}

export function receiptFor(commandId: string): KeptReceipt | undefined {
  return receipts().find((one) => one.commandId === commandId)
}

export function forgetReceipt(ticketId: string): void {
  wx.setStorageSync(
    KEY,
    receipts().filter(({ receipt }) => receipt.ticketId !== ticketId),
  )
  codes.delete(ticketId)
}

/** The call has become one of the person's own. */
export function revealReceipt(ticketId: string): void {
  const all = receipts()
  wx.setStorageSync(
    KEY,
    all.map((one) => (one.receipt.ticketId === ticketId ? { ...one, anonymous: false } : one)),
  )
}

/** Codes typed on this phone for somebody's ticket: for this launch only, and never in a page's address. */
const codes = new Map<string, string>()

export function rememberCode(ticketId: string, code: string): void {
  codes.set(ticketId, code)
}

export function codeOf(ticketId: string): string | undefined {
  return codes.get(ticketId) ?? receiptOf(ticketId)?.receipt.receiptCode
}
