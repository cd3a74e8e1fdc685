import { type ActionTable, CloudError } from '../action'
import type { RawActions, RawAnswer } from '../door/admin'
import type { Runner } from '../runner/runner'
import { openApiName, openApis, type WeChat } from './open-api'
import { decodeRequest, encodeResponse } from './protobuf'
import { WX, WX_SYSTEM, WxError } from './wx-error'

/** How WeChat answered: with JSON or bytes of the API's own, or not at all. */
interface Outcome {
  contentType: string
  body: Buffer
  /** A system error of the wire, 0 when the API answered. */
  system: number
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** `wx.api`: parameters and answer as JSON text (sdk-source). */
export function openApiActions(runner: Runner, weChat: WeChat): ActionTable {
  return {
    'wx.api': {
      mark: 'sdk-source',
      handle({ apiName, requestData }, { invocation }) {
        const outcome = call(
          runner,
          weChat,
          String(apiName),
          parseJson(String(requestData ?? '')),
          invocation,
        )
        if (outcome.system !== 0) {
          // guess: wx-server-sdk tells the number, the SDK's own JSON form was not seen to fail.
          throw new CloudError('WX_API_PERMISSION_DENIED', `error code: ${outcome.system}`)
        }
        return { data: { responseData: outcome.body.toString('utf8') } }
      },
    },
  }
}

/** `wx.openApi`: multipart; parameters as JSON or as wx-server-sdk's protobuf, and the answer in kind (sdk-source). */
export function openApiRawActions(runner: Runner, weChat: WeChat): RawActions {
  return {
    'wx.openApi': {
      mark: 'sdk-source',
      handle({ apiName, requestData }, invocation): RawAnswer {
        const bytes = requestData ?? Buffer.alloc(0)
        const name = apiName?.toString('utf8') ?? ''
        const plain = bytes.length === 0 || bytes[0] === '{'.charCodeAt(0)
        const outcome = call(
          runner,
          weChat,
          name,
          plain ? parseJson(bytes.toString('utf8')) : parseProtobuf(bytes),
          invocation,
        )
        if (!plain) {
          const body = encodeResponse({
            body: outcome.body,
            contentType: outcome.contentType,
            errorCode: outcome.system,
          })
          return { contentType: 'application/octet-stream', body }
        }
        if (outcome.system === 0) return outcome
        return { contentType: JSON_TYPE, body: json({ errcode: outcome.system, errmsg: 'system error' }) }
      },
    },
  }
}

function call(
  runner: Runner,
  weChat: WeChat,
  writtenName: string,
  parameters: Record<string, unknown>,
  invocation: string | undefined,
): Outcome {
  const name = openApiName(writtenName)
  const api = Object.hasOwn(openApis, name) ? openApis[name] : undefined
  if (api === undefined) return silent(WX_SYSTEM.apiNotFound)
  const caller = invocation === undefined ? undefined : runner.invocation(invocation)?.function
  if (caller !== undefined && !runner.config(caller).openApi.has(name)) return silent(WX_SYSTEM.noPermission)
  const fate = weChat.disturb?.(name)
  try {
    if (fate === 'busy') throw new WxError(WX.busy, 'system error')
    const answer = api.answer(snakeCase(parameters), weChat)
    if (fate === 'lost') return silent(WX_SYSTEM.timeout)
    if (Buffer.isBuffer(answer.body))
      return { contentType: String(answer.contentType), body: answer.body, system: 0 }
    return { contentType: JSON_TYPE, body: json(answer), system: 0 }
  } catch (error) {
    if (!(error instanceof WxError)) throw error
    const { errcode, errmsg } = error
    return {
      contentType: JSON_TYPE,
      body: json({ errcode, errmsg: `${errmsg} rid: ${weChat.newId()}` }),
      system: 0,
    }
  }
}

function silent(system: number): Outcome {
  return { contentType: JSON_TYPE, body: json({}), system }
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8')
}

function parseJson(text: string): Record<string, unknown> {
  if (text === '') return {}
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new CloudError('INVALID_PARAM', 'requestData is not JSON.')
  }
}

function parseProtobuf(bytes: Buffer): Record<string, unknown> {
  try {
    return decodeRequest(bytes)
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `requestData is not understood: ${(error as Error).message}`)
  }
}

/** wx-server-sdk sends snake_case, a caller of the SDK's own method may not. */
function snakeCase(parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}
