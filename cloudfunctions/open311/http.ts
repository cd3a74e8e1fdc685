import { type DomainError, type ErrorCode } from '../domain/errors'
import { xmlOf } from './xml'

/** What CloudBase's HTTP access hands over (official-doc: 云接入); a header's name may be in any case. */
export interface HttpEvent {
  path?: string
  httpMethod?: string
  headers?: Readonly<Record<string, string>>
  queryStringParameters?: Readonly<Record<string, string>>
}

export interface HttpAnswer {
  statusCode: number
  headers: Readonly<Record<string, string>>
  body: string
}

export type Format = 'json' | 'xml'

/** Open to pages of any origin; a minute old at most, as the square is. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Link',
  'Cache-Control': 'public, max-age=60',
  'X-Content-Type-Options': 'nosniff',
}

const types: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/** @param root of the XML; JSON has the value alone (Spark convention) */
export const found = (
  root: string,
  value: object,
  format: Format,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => written(200, root, value, format, headers)

export const csvFile = (name: string, body: string): HttpAnswer => ({
  statusCode: 200,
  headers: {
    ...open,
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  },
  body,
})

/** The address holds for a while only, so nobody may keep it. */
export const elsewhere = (url: string): HttpAnswer => ({
  statusCode: 302,
  headers: { ...open, 'Cache-Control': 'no-store', Location: url },
  body: '',
})

const allowed = 'GET, HEAD, OPTIONS'

export const noContent = (): HttpAnswer => ({
  statusCode: 204,
  headers: { ...open, Allow: allowed, 'Access-Control-Allow-Methods': allowed },
  body: '',
})

const statusOf: Partial<Record<ErrorCode, number>> = {
  INVALID_INPUT: 400,
  OPEN_DATA_READ_ONLY: 405,
  OPEN_DATA_REMAKING: 503,
  DIRECTORY_MISSING: 503,
}

/** What is refused, where and why; whatever isn't there is 404. */
export function problemAnswer(
  { path = '' }: HttpEvent,
  { code, path: where, message }: DomainError,
): HttpAnswer {
  const status = statusOf[code] ?? 404
  const description = where === undefined ? message : `${where}：${message}`
  const headers = { 'Cache-Control': 'no-store', ...(status === 405 && { Allow: allowed }) }
  const format = path.endsWith('.xml') ? 'xml' : 'json'
  return written(status, 'errors', [{ code: status, description }], format, headers)
}

function written(
  statusCode: number,
  root: string,
  value: object,
  format: Format,
  headers: Readonly<Record<string, string>>,
): HttpAnswer {
  return {
    statusCode,
    headers: { ...open, 'Content-Type': types[format], ...headers },
    body: format === 'xml' ? xmlOf(root, value) : JSON.stringify(value),
  }
}
