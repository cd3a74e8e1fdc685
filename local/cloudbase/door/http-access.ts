import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { CloudError } from '../action'
import { ENV_ID } from '../environment-id'
import { EVENT_BYTES_MAX, type Runner } from '../runner/runner'
import type { Route } from './door'
import { replyText } from './reply'
import { readBody } from './request-body'

/** What a function may return to shape its response (official-doc: 集成响应). */
interface IntegratedResponse {
  statusCode: number
  headers?: Record<string, unknown>
  body?: unknown
  isBase64Encoded?: unknown
}

/** Bodies of these types are handed over as text, the others in base64 (official-doc for text, the list is a guess). */
const TEXT = /^(text\/|application\/(json|xml|x-www-form-urlencoded|javascript))/

/**
 * `ANY /http/<function>/<path>`: CloudBase's HTTP access. Nobody is logged in; the event's shape is official-doc. In the
 * cloud a function has such an address only when one is given to it in the console; here each has.
 */
export function httpAccess(runner: Runner): Route {
  return async ({ request, response, url, rest, requestId }) => {
    const [name = '', ...path] = rest.split('/')
    const bytes = await readBody(request, EVENT_BYTES_MAX)
    const isText = bytes.length === 0 || TEXT.test(request.headers['content-type'] ?? '')
    const event = {
      path: `/${path.join('/')}`,
      httpMethod: request.method,
      headers: singleHeaders(request.headers),
      queryStringParameters: Object.fromEntries(url.searchParams),
      requestContext: { appId: 'local', envId: ENV_ID, requestId, uin: 'local' },
      body: bytes.toString(isText ? 'utf8' : 'base64'),
      isBase64Encoded: !isText,
    }
    const answer = await runner.invoke(decodeURIComponent(name), JSON.stringify(event), {}, requestId)
    reply(response, answer.text)
  }
}

function reply(response: ServerResponse, text: string): void {
  const value = JSON.parse(text) as unknown
  if (!isIntegrated(value)) return replyText(response, 200, text)
  const { statusCode, headers = {}, body = '', isBase64Encoded } = value
  const content = typeof body === 'string' ? body : JSON.stringify(body)
  const bytes = Buffer.from(content, isBase64Encoded === true ? 'base64' : 'utf8')
  for (const [name, header] of Object.entries(headers)) response.setHeader(name, String(header))
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.writeHead(statusCode, { 'content-length': bytes.length }).end(bytes)
}

/** @throws CloudError FUNCTION_INVOCATION_FAILED for a status that is none. */
function isIntegrated(value: unknown): value is IntegratedResponse {
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) return false
  const { statusCode } = value
  if (typeof statusCode === 'number' && Number.isInteger(statusCode) && statusCode >= 200 && statusCode < 600)
    return true
  throw new CloudError('FUNCTION_INVOCATION_FAILED', 'The function returned a statusCode that is none.')
}

function singleHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}
