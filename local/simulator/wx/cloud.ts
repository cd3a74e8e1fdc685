import type { Phone } from '../runtime/phone'
import { askCloud, fetchCloud, overNetwork, type DoorFailure } from './cloud-door'
import { asynchronous, WxFailure, type WxFamily } from './family'

/** Bytes of `data`; source: 微信云开发的限制 (official-doc). */
const DATA_BYTES_MAX = 100 * 1024

/** The cloud's own numbers for what a function's machine reports; source: 微信云开发错误码. */
const serviceCodes: Record<string, number> = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTION_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTION_INVOCATION_FAILED: -504002,
}

interface CallFunction {
  name: string
  data?: unknown
}
interface UploadFile {
  cloudPath: string
  filePath: string
}
interface TempFile {
  fileID: string
  tempFileURL: string
  maxAge?: number
  code?: string
  message?: string
}

/** 云开发:都走模拟器的门 */
export const cloud: WxFamily = (phone) => {
  let ready = false
  const needsInit = (): void => {
    if (!ready)
      throw new WxFailure("Cloud API isn't enabled, please call wx.cloud.init first", { errCode: -1 })
  }
  const api = named({
    async callFunction({ name, data = {} }: CallFunction) {
      needsInit()
      return callFunction(phone, name, data)
    },
    async uploadFile({ cloudPath, filePath }: UploadFile) {
      needsInit()
      const file = phone.files.get(filePath)
      if (!file) throw new WxFailure(`file doesn't exist: ${filePath}`, { errCode: -1 })
      const path = `/files/${encodeURIComponent(cloudPath)}`
      const response = await fetchCloud(phone, 'PUT', path, file)
      const answer = (await response.json()) as { data?: { fileID: string }; error?: DoorFailure }
      if (!answer.data) throw new WxFailure(answer.error?.message ?? 'system error', { errCode: -501001 })
      return { fileID: answer.data.fileID, statusCode: 204 }
    },
    async getTempFileURL({ fileList }: { fileList: (string | { fileID: string; maxAge?: number })[] }) {
      needsInit()
      return {
        fileList: await temporaryUrls(
          phone,
          fileList.map((file) => (typeof file === 'string' ? file : file.fileID)),
        ),
      }
    },
    async downloadFile({ fileID }: { fileID: string }) {
      needsInit()
      const [file] = await temporaryUrls(phone, [fileID])
      if (!file?.tempFileURL) throw new WxFailure('file not exists', { errCode: -503003 })
      const { tempFileURL } = file
      const response = await overNetwork(phone, () => fetch(tempFileURL))
      const extension = /\.(\w+)$/.exec(fileID)?.[1] ?? 'unknown'
      return { tempFilePath: phone.files.put(await response.blob(), extension), statusCode: response.status }
    },
    async deleteFile({ fileList }: { fileList: string[] }) {
      needsInit()
      const { fileList: removed } = await askCloud<{ fileList: TempFile[] }>(phone, 'POST', '/files', {
        remove: fileList,
      })
      return { fileList: removed.map((file) => ({ fileID: file.fileID, ...fate(file) })) }
    },
  })
  return {
    cloud: {
      init: () => {
        ready = true
      },
      ...api,
      DYNAMIC_CURRENT_ENV: Symbol.for('DYNAMIC_CURRENT_ENV'),
      database: () => {
        throw new Error(
          'wx.cloud.database is not built in this phone: collections are closed to phones, ask a function',
        )
      },
    },
  }
}

/** Their errMsg begins with `cloud.`. */
function named(works: Parameters<typeof asynchronous>[0]): Record<string, unknown> {
  const entries = Object.entries(works).map(([name, work]) => [`cloud.${name}`, work] as const)
  const calls = asynchronous(Object.fromEntries(entries))
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name.slice('cloud.'.length), call]))
}

async function callFunction(phone: Phone, name: string, data: unknown): Promise<Record<string, unknown>> {
  const body = JSON.stringify(data)
  if (new TextEncoder().encode(body).length > DATA_BYTES_MAX) {
    throw new WxFailure('data exceed max size', { errCode: -1 })
  }
  const path = `/invoke/${encodeURIComponent(name)}?openid=${encodeURIComponent(phone.person)}`
  const response = await fetchCloud(phone, 'POST', path, body)
  const answer: unknown = await response.json()
  const requestID = response.headers.get('x-request-id') ?? crypto.randomUUID()
  if (response.ok) return { result: answer, requestID, errMsg: 'cloud.callFunction:ok' }
  const { code, message, requestId } = (answer as { error: DoorFailure }).error
  const service = serviceCodes[code] ?? -501001
  throw new WxFailure(
    `requestID ${requestId}, cloud function service error code ${service}, error message ${message}; at cloud.callFunction api;`,
    { errCode: -404011 },
  )
}

/** Each file has its own fate: `status` 0 and an address, or the reason. */
export async function temporaryUrls(
  phone: Phone,
  fileList: readonly string[],
): Promise<(TempFile & { status: number; errMsg: string })[]> {
  const answer = await askCloud<{ fileList: TempFile[] }>(phone, 'POST', '/files', { fileList })
  return answer.fileList.map((file) => ({
    fileID: file.fileID,
    tempFileURL: file.tempFileURL,
    maxAge: file.maxAge ?? 0,
    ...fate(file),
  }))
}

function fate({ code, message = '' }: TempFile): { status: number; errMsg: string } {
  const good = code === undefined || code === 'SUCCESS'
  return { status: good ? 0 : 1, errMsg: good ? 'ok' : message }
}
