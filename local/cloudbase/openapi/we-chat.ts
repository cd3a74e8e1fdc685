import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { CloudError } from '../action'
import { readObject } from '../door/developer'
import type { Routes } from '../door/door'
import { replyJson } from '../door/reply'
import { Consents } from './consents'
import { defaultWords, type WordRule } from './content-check'
import { Inbox } from './inbox'
import type { WeChat } from './open-api'
import { Pages } from './pages'
import { PhoneCodes } from './phone-number'
import { readTemplates } from './templates'

export interface WeChatOptions {
  dataDir?: string
  /** JSON of Templates: what was applied for in WeChat's console. */
  templatesFile?: string
  /** The mini-program's app.json, for the pages that a message or a code may lead to. */
  appJson?: string
  words?: Readonly<Record<string, WordRule>>
  /** For tests of what must hold when WeChat is slow or its answer is lost. */
  disturb?: WeChat['disturb']
}

/** Everything that WeChat itself would remember. */
export function aWeChat(
  options: WeChatOptions,
  now: () => number,
  lastSeen: (openid: string) => number | undefined,
): WeChat & { close(): void } {
  const { dataDir } = options
  const file = (name: string): string | undefined => (dataDir === undefined ? undefined : join(dataDir, name))
  const templates = readTemplates(options.templatesFile)
  const consents = new Consents(templates, file('consents.jsonl'))
  const inbox = new Inbox(file('inbox.jsonl'))
  return {
    now,
    newId: randomUUID,
    templates,
    consents,
    inbox,
    pages: new Pages(options.appJson),
    phoneCodes: new PhoneCodes(),
    words: options.words ?? defaultWords,
    disturb: options.disturb,
    lastSeen,
    close() {
      consents.close()
      inbox.close()
    },
  }
}

/** The phone's side of WeChat: consents, codes for a number, and the messages that came. */
export function weChatRoutes(weChat: WeChat): Routes {
  return {
    'GET /inbox'({ response, url }) {
      replyJson(response, 200, weChat.inbox.read(url.searchParams.get('openid') ?? undefined))
    },
    async 'POST /consents'(visit) {
      const { openid, templateId, answer } = await readObject(visit)
      if (
        typeof openid !== 'string' ||
        typeof templateId !== 'string' ||
        (answer !== 'accept' && answer !== 'reject')
      ) {
        throw new CloudError(
          'INVALID_PARAM',
          'A consent needs openid, templateId and an answer of accept or reject.',
        )
      }
      weChat.consents.answer({ openid, templateId, answer })
      replyJson(visit.response, 200, { ok: true, data: {} })
    },
    async 'POST /phone-codes'(visit) {
      const { phone } = await readObject(visit)
      if (typeof phone !== 'string' || !/^1\d{10}$/.test(phone)) {
        throw new CloudError('INVALID_PARAM', 'A mainland phone number of 11 digits is needed.')
      }
      replyJson(visit.response, 200, {
        ok: true,
        data: { code: weChat.phoneCodes.make(phone, weChat.now()) },
      })
    },
    'GET /templates'({ response }) {
      replyJson(response, 200, weChat.templates)
    },
  }
}
