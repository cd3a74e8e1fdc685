import { createHmac } from 'node:crypto'

/**
 * The contract of a gateway for text messages, over HTTP so that any provider fits behind it (docs/decisions/0008):
 * - `POST <SMS_GATEWAY>/messages` {id, phone, text} → 200 {accepted: true} | {accepted: false, code}. The same id again is the
 *   same message: it is not sent twice.
 * - `GET <SMS_GATEWAY>/messages/<id>` → 200 {state: 'pending' | 'delivered' | 'failed', code?}
 *
 * Both carry `x-signature`, the HMAC of the body (of the id, for the second) under SMS_KEY, in hex.
 */
export type SmsHanded = { state: 'accepted' } | { state: 'rejected'; code: string } | { state: 'noAnswer' }

export type SmsReport = { state: 'pending' | 'delivered' } | { state: 'failed'; code: string }

const patienceMs = 5_000

/** Set in the console; without it there is no such channel. */
const gateway = (): string | undefined => process.env.SMS_GATEWAY || undefined

export const hasSms = (): boolean => gateway() !== undefined

/** Safe to repeat with the same id. */
export async function handOver(id: string, phone: string, text: string): Promise<SmsHanded> {
  const body = JSON.stringify({ id, phone, text })
  const answer = await ask('/messages', body, { method: 'POST', body })
  if (answer === undefined) return { state: 'noAnswer' }
  return answer.accepted === true
    ? { state: 'accepted' }
    : { state: 'rejected', code: String(answer.code ?? 'rejected') }
}

export async function reportOn(id: string): Promise<SmsReport> {
  const answer = await ask(`/messages/${encodeURIComponent(id)}`, id, {})
  if (answer?.state === 'delivered') return { state: 'delivered' }
  if (answer?.state === 'failed') return { state: 'failed', code: String(answer.code ?? 'failed') }
  return { state: 'pending' }
}

/** @returns undefined where nothing clear came back: the caller asks again later. */
async function ask(
  path: string,
  signed: string,
  init: RequestInit,
): Promise<Record<string, unknown> | undefined> {
  const signature = createHmac('sha256', process.env.SMS_KEY ?? '')
    .update(signed)
    .digest('hex')
  try {
    const response = await fetch(`${gateway()}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', 'x-signature': signature },
      signal: AbortSignal.timeout(patienceMs),
    })
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
