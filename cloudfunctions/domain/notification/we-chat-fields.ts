import type { NoticeKind } from '../../../typings/contract/notification'
import type { Timestamp } from '../../../typings/contract/time'
import { localDate, localTime } from '../calendar/local-time'

/** A subscribe message's template. A field's letters are its type, which says what it takes. */
export interface SubscribeTemplate {
  id: string
  title: string
  kind: 'one-time' | 'long-term'
  for: NoticeKind
  /** Field to caption. */
  fields: Readonly<Record<string, string>>
  /** Field to what we put there. */
  values: Readonly<Record<string, keyof Notice>>
}

export interface Notice {
  subject: string
  title: string
  at: Timestamp
  number: string
}

/** Characters a type takes; source: 订阅消息参数值内容限制说明. */
const most: Readonly<Record<string, number>> = { thing: 20, character_string: 32, phrase: 5, name: 10 }

/** WeChat refuses a message with an empty field. */
const nothing: Readonly<Record<string, string>> = { character_string: '-', phrase: '有更新' }

/** @returns `{ thing1: { value } }` within WeChat's limits, whatever was put in. */
export function weChatFields({ fields, values }: SubscribeTemplate, notice: Notice) {
  return Object.fromEntries(
    Object.keys(fields).map((field) => {
      const source = values[field]
      return [field, { value: fitted(field.replace(/\d+$/, ''), source && notice[source]) }]
    }),
  )
}

function fitted(type: string, value: string | number | undefined): string {
  if (type === 'time' || type === 'date')
    return `${localDate(Number(value ?? 0))} ${localTime(Number(value ?? 0))}`
  const text = allowed(type, String(value ?? '').replace(/\s+/g, ' ')).trim()
  return text === '' ? (nothing[type] ?? '见小程序') : cutTo(most[type] ?? 20, text, type)
}

function allowed(type: string, text: string): string {
  if (type === 'character_string') return text.replace(/[^\x20-\x7e]/g, '')
  if (type === 'phrase') return text.replace(/[^\p{Script=Han}]/gu, '')
  return text
}

/** By characters, so that none is cut in two. */
export function cutTo(length: number, text: string, type = 'thing'): string {
  const characters = [...text]
  if (characters.length <= length) return text
  return type === 'thing'
    ? `${characters.slice(0, length - 1).join('')}…`
    : characters.slice(0, length).join('')
}
