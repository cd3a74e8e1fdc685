import type { OpenStatus } from '../../typings/contract/open-data'
import type { Timestamp } from '../../typings/contract/time'
import { addDays, isoLocal, localDate, startOfDay } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import type { DirectoryIndex } from '../domain/routing/index-directory'

type Query = Readonly<Record<string, string>>

const dayMs = 86_400_000
/** The specification's: the span of a query, and how many it answers. */
const spanMost = 90 * dayMs
const rowsMost = 1000
/** Each is read by itself. */
const servicesMost = 10

/** Both ends belong to it. */
export interface Range {
  from: Timestamp
  to: Timestamp
}

/** The last 90 days where nothing is said; 90 days from or up to the one end that is. */
export function rangeOf({ start_date, end_date }: Query, now: Timestamp): Range {
  const start = start_date === undefined ? undefined : momentOf('start_date', start_date, 'start')
  const end = end_date === undefined ? undefined : momentOf('end_date', end_date, 'end')
  const from = start ?? (end ?? now) - spanMost
  const to = end ?? (start === undefined ? now : start + spanMost)
  if (from > to) refuse('INVALID_INPUT', 'start_date', 'start_date 不能晚于 end_date。')
  if (to - from > spanMost) refuse('INVALID_INPUT', 'end_date', '一次最多查 90 天，请分几次查。')
  return { from, to }
}

const complete = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** A day alone is the district's, its first instant or its last. A "+" that came as a blank is one. */
function momentOf(name: string, given: string, end: 'start' | 'end'): Timestamp {
  const text = given.trim().replace(/ (?=\d{2}:\d{2}$)/, '+')
  const [, day = text] = complete.exec(text) ?? []
  if (!isDay(day)) return wrongDate(name)
  if (day === text) return end === 'start' ? startOfDay(day) : startOfDay(addDays(day, 1)) - 1
  const at = Date.parse(text)
  return Number.isNaN(at) ? wrongDate(name) : at
}

/** There is no 30 February, though `Date.parse` would take it for one in March. */
const isDay = (text: string): boolean =>
  /^[12]\d{3}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  localDate(startOfDay(text)) === text

const wrongDate = (name: string): never =>
  refuse('INVALID_INPUT', name, `要写成 ${isoLocal(Date.UTC(2026, 4, 1))} 这样的时间。`)

/** @throws SERVICE_NOT_FOUND, INVALID_INPUT */
export function serviceCodesOf({ service_code = '' }: Query, { services }: DirectoryIndex): string[] {
  const codes = [...new Set(service_code.split(',').flatMap((code) => code.trim() || []))]
  if (codes.length > servicesMost) refuse('INVALID_INPUT', 'service_code', `一次最多 ${servicesMost} 类。`)
  const unknown = codes.find((code) => !services.has(code))
  if (unknown !== undefined) refuse('SERVICE_NOT_FOUND', 'service_code')
  return codes
}

/** Both states asked for are none asked for. */
export function stateOf({ status = '' }: Query): { state?: OpenStatus } {
  const states = new Set(status.split(',').flatMap((state) => state.trim() || []))
  for (const state of states)
    if (state !== 'open' && state !== 'closed')
      refuse('INVALID_INPUT', 'status', 'status 只有 open 和 closed 两种。')
  const [state, other] = states as Set<OpenStatus>
  return state && !other ? { state } : {}
}

export interface Page {
  size: number
  /** Rows read before it, and up to its end. */
  from: number
  upTo: number
}

/** Never more than 1,000 documents, whatever is asked: with more services, each page is shorter. */
export function pageOf({ page, page_size, cursor }: Query, services: number): Page {
  const most = Math.floor(rowsMost / Math.max(1, services))
  const size = page_size === undefined ? most : wholeOf('page_size', page_size, rowsMost)
  if (size > most) refuse('INVALID_INPUT', 'page_size', `这样查一页最多 ${most} 件。`)
  const number = page === undefined || cursor !== undefined ? 1 : wholeOf('page', page, rowsMost)
  if (number * size > most)
    refuse('INVALID_INPUT', 'page', `按页码最多翻到第 ${most} 件；再往后请用应答头 Link 里的地址。`)
  return { size, from: (number - 1) * size, upTo: number * size }
}

function wholeOf(name: string, text: string, most: number): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= most ? value : refuse('INVALID_INPUT', name, `要写 1 到 ${most} 的整数。`)
}
