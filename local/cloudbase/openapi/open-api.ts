import type { Mark } from '../action'
import type { RawAnswer } from '../door/admin'
import type { Consents } from './consents'
import { msgSecCheck, type WordRule } from './content-check'
import type { Inbox } from './inbox'
import type { Pages } from './pages'
import { getPhoneNumber, type PhoneCodes } from './phone-number'
import { subscribeMessageSend } from './subscribe-message'
import type { Templates } from './templates'
import { getUnlimited } from './wxacode'

/** WeChat as its open API knows it. */
export interface WeChat {
  now(): number
  newId(): string
  templates: Templates
  consents: Consents
  inbox: Inbox
  pages: Pages
  phoneCodes: PhoneCodes
  words: Readonly<Record<string, WordRule>>
  /** What befalls a call of an API: `busy` fails before anything happens, `lost` when all has happened. */
  disturb?: (api: string) => 'busy' | 'lost' | undefined
  /** When somebody last called from a phone, ms UTC. */
  lastSeen(openid: string): number | undefined
}

export interface OpenApiHandler {
  mark: Mark
  /** @param parameters in snake_case, as WeChat names them. @throws WxError with WeChat's code. */
  answer(parameters: Readonly<Record<string, unknown>>, weChat: WeChat): Record<string, unknown> | RawAnswer
}

/** Keyed as in config.json's permissions.openapi. */
export const openApis: Readonly<Record<string, OpenApiHandler>> = {
  'subscribeMessage.send': subscribeMessageSend,
  'security.msgSecCheck': msgSecCheck,
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'wxacode.getUnlimited': getUnlimited,
}

/** The name of an API however it is written: `/v2/security.msgSecCheck`, `/subscribeMessage/send`, `subscribeMessage.send`. */
export function openApiName(written: string): string {
  return written
    .replace(/^\//, '')
    .replace(/^v\d\//, '')
    .replaceAll('/', '.')
}
