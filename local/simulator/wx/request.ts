import type { Phone } from '../runtime/phone'
import { overNetwork } from './cloud-door'
import { fileAt } from './file-at'
import { asynchronous, WxFailure, type CallbackOptions, type WxFamily } from './family'

interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  dataType?: string
  responseType?: string
  /** ms */
  timeout?: number
}
interface UploadOptions {
  url: string
  filePath: string
  name: string
  formData?: Record<string, string>
  header?: Record<string, string>
}

/** 网络请求。浏览器的跨域规则仍在:对方要允许,或者与手机同源。 */
export const request: WxFamily = (phone) => ({
  request: task('request', phone, (options: RequestOptions, signal) => send(phone, options, signal)),
  downloadFile: task(
    'downloadFile',
    phone,
    async ({ url, filePath }: { url: string; filePath?: string }, signal) => {
      const response = await overNetwork(phone, () => fetch(url, { signal }))
      const extension = /\.(\w+)(?:\?|$)/.exec(url)?.[1] ?? 'unknown'
      const path = phone.files.put(await response.blob(), extension, filePath)
      return { statusCode: response.status, ...(filePath ? { filePath: path } : { tempFilePath: path }) }
    },
  ),
  uploadFile: task(
    'uploadFile',
    phone,
    async ({ url, filePath, name, formData = {}, header = {} }: UploadOptions, signal) => {
      const { blob } = await fileAt(phone, filePath)
      const body = new FormData()
      for (const [key, value] of Object.entries(formData)) body.append(key, value)
      body.append(name, blob, filePath.split('/').pop())
      const response = await overNetwork(phone, () =>
        fetch(url, { method: 'POST', headers: header, body, signal }),
      )
      return { data: await response.text(), statusCode: response.status }
    },
  ),
})

/** Calls that answer a task which can be aborted. */
function task<T>(
  name: string,
  phone: Phone,
  work: (options: T, signal: AbortSignal) => Promise<Record<string, unknown>>,
) {
  return (options: T & CallbackOptions) => {
    const controller = new AbortController()
    const run = asynchronous({
      [name]: (given: T) =>
        work(given, controller.signal).catch((error: unknown) => {
          if (controller.signal.aborted) throw new WxFailure('abort')
          throw error
        }),
    })[name] as (options: T & CallbackOptions) => Promise<unknown> | undefined
    const answer = run(options)
    const extra = {
      abort: () => controller.abort(),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
      onProgressUpdate: () => undefined,
      offProgressUpdate: () => undefined,
    }
    return Object.assign(answer ?? {}, extra)
  }
}

async function send(
  phone: Phone,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const { method = 'GET', data, header = {}, dataType = 'json', responseType = 'text' } = options
  const headers = { 'content-type': 'application/json', ...header }
  const inUrl = /^(GET|HEAD)$/i.test(method)
  const query =
    inUrl && typeof data === 'object' && data !== null
      ? new URLSearchParams(data as Record<string, string>)
      : ''
  const url = String(query) ? `${options.url}${options.url.includes('?') ? '&' : '?'}${query}` : options.url
  const body =
    inUrl || data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data)
  const limit = options.timeout ? [AbortSignal.timeout(options.timeout)] : []
  const get = () =>
    fetch(url, {
      method,
      headers,
      signal: AbortSignal.any([signal, ...limit]),
      ...(body === undefined ? {} : { body }),
    })
  const response = await overNetwork(phone, get)
  const answer = responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.text()
  return {
    data: dataType === 'json' && typeof answer === 'string' ? parsed(answer) : answer,
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: [],
  }
}

/** What isn't JSON is handed over as it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
