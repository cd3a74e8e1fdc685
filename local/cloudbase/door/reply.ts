import type { ServerResponse } from 'node:http'
import type { CloudError } from '../action'

export function replyJson(response: ServerResponse, status: number, value: unknown): void {
  replyText(response, status, JSON.stringify(value))
}

/** @param text JSON text, sent as it is. */
export function replyText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

/** HTTP statuses of the developer's door; what isn't listed is the caller's fault. */
const statuses: Readonly<Record<string, number>> = {
  FUNCTION_NOT_FOUND: 404,
  NOT_FOUND: 404,
  REQUEST_FORBIDDEN: 403,
  EXCEED_REQUEST_SIZE_LIMIT: 413,
  FUNCTION_INVOCATION_FAILED: 502,
  FUNCTION_TIME_LIMIT_EXCEEDED: 504,
  SYS_ERR: 500,
}

/** The envelope of docs/decisions for an expected failure. */
export function replyFailure(response: ServerResponse, error: CloudError, requestId: string): void {
  const { code, message } = error
  replyJson(response, statuses[code] ?? 400, { ok: false, error: { code, message, requestId } })
}
