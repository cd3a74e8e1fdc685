import { existsSync, readFileSync } from 'node:fs'
import { WX, WxError } from './wx-error'

type TemplateKind = 'one-time' | 'long-term'

/** A subscribe message's template, as applied for in WeChat's console. */
export interface Template {
  title: string
  kind: TemplateKind
  /** Field name to its caption, as in `{ thing1: '诉求内容', time2: '到期时间' }`; the name's letters are its type. */
  fields: Readonly<Record<string, string>>
}

/** Template id to template. */
export type Templates = Readonly<Record<string, Template>>

export function readTemplates(path: string | undefined): Templates {
  if (path === undefined || !existsSync(path)) return {}
  return JSON.parse(readFileSync(path, 'utf8')) as Templates
}

/** What each type takes; source: 订阅消息参数值内容限制说明 (official-doc). Lengths are in characters. */
const rules: Readonly<Record<string, RegExp>> = {
  thing: /^[^]{1,20}$/u,
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^A-Za-z0-9\p{Script=Han}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /^(\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})\s?)?\d{1,2}:\d{2}(:\d{2})?$|^\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})$/,
  date: /^\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})(\s?\d{1,2}:\d{2}(:\d{2})?)?$/,
  amount: /^[¥$€£]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[A-Z0-9\p{Script=Han}]{1,8}$/u,
  name: /^(\p{Script=Han}{1,10}|[^\p{Script=Han}]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/**
 * @param given `{ thing1: { value } }` as the API takes it.
 * @returns the plain values. @throws WxError 47003 naming the field
 */
export function checkFields(template: Template, given: unknown): Record<string, string> {
  const values: Record<string, string> = {}
  const fields = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {}
  for (const name of Object.keys(template.fields)) {
    const value = (fields[name] as { value?: unknown } | undefined)?.value
    if (value === undefined || value === null || value === '') throw invalid(name, 'is empty')
    const text = String(value)
    if (!(rules[name.replace(/\d+$/, '')] ?? /^[^]+$/).test(text)) throw invalid(name, 'invalid')
    values[name] = text
  }
  return values
}

function invalid(name: string, why: string): WxError {
  return new WxError(WX.invalidArgument, `argument invalid! data.${name}.value ${why}`)
}
