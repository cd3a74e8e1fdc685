import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ActionTable, CloudError, type Mark } from '../action'
import type { Clock } from '../clock/clock'
import type { Meter } from '../meter'
import { replyJson } from './reply'
import { parseMultipart, parseObject, readBody } from './request-body'
import { type Credentials, verifySignature } from './signature'

/** Answers an action with bytes of its own instead of JSON; only the open API does. */
export interface RawAnswer {
  contentType: string
  body: Buffer
}

interface RawHandler {
  mark: Mark
  handle(body: RawBody, invocation: string | undefined): Promise<RawAnswer> | RawAnswer
}

/** Keyed by action. */
export type RawActions = Readonly<Record<string, RawHandler>>
type RawBody = Readonly<Record<string, Buffer>>

export interface AdminOptions {
  credentials: Credentials
  clock: Clock
  meter: Meter
  /** Looked through in order. */
  tables: readonly ActionTable[]
  rawActions: RawActions
}

/** Bytes of one request of the SDK: a full document of 16 MB and its wrapping. */
const ADMIN_BYTES_MAX = 32 * 1024 * 1024

/**
 * `POST /admin[/<invocation>]`: what the SDK sends. Failures are answered with HTTP 200 and `{code, message, requestId}`
 * (sdk-source); a bug is answered with SYS_ERR and told on stderr.
 */
export async function admin(
  request: IncomingMessage,
  response: ServerResponse,
  invocation: string | undefined,
  options: AdminOptions,
): Promise<void> {
  const requestId = randomUUID()
  try {
    const bytes = await readBody(request, ADMIN_BYTES_MAX)
    const contentType = request.headers['content-type'] ?? ''
    if (contentType.startsWith('multipart/form-data')) {
      const body = parseMultipart(bytes, contentType)
      const answer = await raw(request, body, invocation, options)
      response.writeHead(200, { 'content-type': answer.contentType, 'content-length': answer.body.length })
      response.end(answer.body)
    } else {
      const body = parseObject(bytes)
      replyJson(response, 200, { requestId, ...(await json(request, body, requestId, invocation, options)) })
    }
  } catch (error) {
    const known = error instanceof CloudError
    if (!known) console.error(error)
    const { code, message } = known ? error : { code: 'SYS_ERR', message: (error as Error).message }
    replyJson(response, 200, { code, message, requestId })
  }
}

async function json(
  request: IncomingMessage,
  body: Record<string, unknown>,
  requestId: string,
  invocation: string | undefined,
  options: AdminOptions,
): Promise<Record<string, unknown>> {
  const { clock, meter, credentials } = options
  verifySignature({ url: request.url ?? '', headers: request.headers, body }, credentials, clock)
  const action = typeof body.action === 'string' ? body.action : ''
  const handler = options.tables.find((table) => Object.hasOwn(table, action))?.[action]
  if (handler === undefined) throw unknownAction(action)
  const charge = meter.roundTrip(invocation, action)
  return handler.handle(body, { now: clock.now(), requestId, invocation, charge })
}

async function raw(
  request: IncomingMessage,
  body: RawBody,
  invocation: string | undefined,
  options: AdminOptions,
): Promise<RawAnswer> {
  const { clock, meter, credentials, rawActions } = options
  verifySignature({ url: request.url ?? '', headers: request.headers, body }, credentials, clock)
  const action = body.action?.toString('utf8') ?? ''
  const handler = Object.hasOwn(rawActions, action) ? rawActions[action] : undefined
  if (handler === undefined) throw unknownAction(action)
  meter.roundTrip(invocation, action)
  return handler.handle(body, invocation)
}

/** Code: official-doc (调用接口名非法). */
function unknownAction(action: string): CloudError {
  return new CloudError('INVALID_ACTION', `The emulator does not answer the action '${action}'.`)
}
