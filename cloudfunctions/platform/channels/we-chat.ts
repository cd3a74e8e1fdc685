/** What became of a subscribe message. Uncertain: WeChat may have taken it, so it is never sent again. */
export type WeChatOutcome =
  | { state: 'delivered' }
  /** The person takes none, whatever our ledger says. */
  | { state: 'refused'; code: string }
  /** Not taken, and may be later. */
  | { state: 'busy'; code: string }
  /** Not taken, and never will be: the template, its fields or the page are wrong. */
  | { state: 'failed'; code: string }
  | { state: 'uncertain'; code: string }

export interface SubscribeMessage {
  openid: string
  templateId: string
  /** With its query, as in `pages/ticket/ticket?ticketId=…`. */
  page: string
  fields: Readonly<Record<string, { value: string }>>
}

/** subscribeMessage.send's codes; source: its page in WeChat's documents. */
const refusedByUser = 43101
const busy = -1
const failures: readonly number[] = [40003, 40037, 41030, 43103, 43104, 47003]

/** wx-server-sdk tells where a call was never let through to WeChat. */
const neverSent: readonly number[] = [-604100, -604101]

/**
 * Sends one subscribe message by the one documented way, `wx-server-sdk`'s open API, which is loaded only when something is
 * sent. WeChat knows no idempotency key: whatever isn't a clear answer counts as uncertain.
 */
export async function sendSubscribeMessage(message: SubscribeMessage): Promise<WeChatOutcome> {
  const { openid, templateId, page, fields } = message
  const { default: cloud } = await import('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  const { subscribeMessage } = cloud.openapi as unknown as OpenApi
  try {
    await subscribeMessage.send({ touser: openid, templateId, page, data: fields })
    return { state: 'delivered' }
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    return outcomeOf(errCode)
  }
}

function outcomeOf(errCode: number | undefined): WeChatOutcome {
  const code = String(errCode ?? 'noAnswer')
  if (errCode === refusedByUser) return { state: 'refused', code }
  if (errCode === busy) return { state: 'busy', code }
  if (errCode !== undefined && (failures.includes(errCode) || neverSent.includes(errCode)))
    return { state: 'failed', code }
  return { state: 'uncertain', code }
}

interface OpenApi {
  subscribeMessage: { send(message: object): Promise<unknown> }
}
