import type { Timestamp } from '../../../typings/contract/time'

/** @param text 'YYYY-MM-DDTHH:mm' or with seconds, local time. */
export function shanghai(text: string): Timestamp {
  const at = Date.parse(`${text}+08:00`)
  if (Number.isNaN(at)) throw new Error(`not an instant: ${text}`)
  return at
}

/** The other way round: 'YYYY-MM-DDTHH:mm', seconds and milliseconds only where there are any. */
export function inShanghai(at: Timestamp): string {
  return new Date(at + 8 * 3_600_000).toISOString().replace(/(:00)?\.000Z$|Z$/, '')
}
