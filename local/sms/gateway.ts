import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import type { IncomingMessage } from 'node:http'
import { CloudError } from '../cloudbase/action'
import type { Routes } from '../cloudbase/door/door'
import { replyJson } from '../cloudbase/door/reply'
import { Journal } from '../cloudbase/openapi/journal'

/** A text message as it came to a telephone, or didn't. */
export interface TextMessage {
  id: string
  /** ms UTC, of the stage's clock. */
  at: number
  phone: string
  text: string
  state: 'delivered' | 'failed' | 'pending'
  code?: string
}

/** What befalls numbers that end so; every other one is reached. */
export const fates = {
  '4444': 'rejected',
  '5555': 'failed',
  '6666': 'noAnswer',
  '7777': 'pending',
} as const

/**
 * A gateway for text messages that sends none: it keeps cloudfunctions/platform/channels/sms.ts's contract, fails for some
 * numbers and reports. The product is pointed at it by SMS_GATEWAY, as at any other.
 */
export class SmsGateway {
  readonly key = randomBytes(16).toString('hex')
  private readonly messages = new Map<string, TextMessage>()
  private readonly journal: Journal<TextMessage>

  constructor(
    private readonly now: () => number,
    dataDir?: string,
  ) {
    const path = dataDir === undefined ? undefined : join(dataDir, 'sms.jsonl')
    this.journal = new Journal(path, (line: TextMessage) => this.messages.set(line.id, line))
  }

  /** What reached a number, newest first; all numbers without one. */
  read(phone?: string): TextMessage[] {
    return [...this.messages.values()]
      .filter((message) => message.state === 'delivered' && (phone === undefined || message.phone === phone))
      .reverse()
  }

  close(): void {
    this.journal.close()
  }

  routes(): Routes {
    return {
      'POST /sms': async ({ request, response }) => {
        const body = await textOf(request)
        this.guard(request, body)
        const { id, phone, text } = JSON.parse(body) as Record<'id' | 'phone' | 'text', string>
        const fate = fateOf(phone)
        if (fate === 'noAnswer') return replyJson(response, 503, {})
        if (fate === 'rejected') return replyJson(response, 200, { accepted: false, code: 'NO_SUCH_NUMBER' })
        if (!this.messages.has(id))
          this.keep({ id, at: this.now(), phone, text, state: fate, ...failed(fate) })
        replyJson(response, 200, { accepted: true })
      },
      'GET /sms': ({ request, response, rest }) => {
        const id = decodeURIComponent(rest.split('/')[1] ?? '')
        this.guard(request, id)
        const { state = 'pending', code } = this.messages.get(id) ?? {}
        replyJson(response, 200, { state, ...(code && { code }) })
      },
    }
  }

  private keep(message: TextMessage): void {
    this.journal.add(message)
    this.messages.set(message.id, message)
  }

  private guard(request: IncomingMessage, signed: string): void {
    const wanted = createHmac('sha256', this.key).update(signed).digest('hex')
    const given = String(request.headers['x-signature'] ?? '')
    if (given.length !== wanted.length || !timingSafeEqual(Buffer.from(given), Buffer.from(wanted)))
      throw new CloudError('SIGN_PARAM_INVALID', '短信网关不认识这个签名。')
  }
}

function fateOf(phone: string): TextMessage['state'] | 'rejected' | 'noAnswer' {
  const ending = phone.slice(-4)
  return Object.hasOwn(fates, ending) ? fates[ending as keyof typeof fates] : 'delivered'
}

const failed = (state: TextMessage['state']) => (state === 'failed' ? { code: 'PHONE_OFF' } : {})

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
