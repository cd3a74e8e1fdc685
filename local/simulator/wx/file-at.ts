import type { Phone } from '../runtime/phone'
import { overNetwork } from './cloud-door'
import { WxFailure } from './family'

/**
 * Bytes behind a path: a file of the phone, of the package, or of the net.
 * @returns `path` as WeChat answers it: remote files get a temporary one. @throws WxFailure file not found
 */
export async function fileAt(phone: Phone, path: string): Promise<{ blob: Blob; path: string }> {
  const own = phone.files.get(path)
  if (own) return { blob: own, path }
  if (/^wxfile:|^http:\/\/(?:tmp|usr)/.test(path)) throw new WxFailure(`file not found: ${path}`)
  const remote = /^https?:/.test(path)
  const get = () => fetch(phone.resourceUrl(path))
  const response = await (remote ? overNetwork(phone, get) : get())
  if (!response.ok) throw new WxFailure(`file not found: ${path}`)
  const blob = await response.blob()
  const extension = /\.(\w+)(?:\?|$)/.exec(path)?.[1] ?? 'unknown'
  return { blob, path: remote ? phone.files.put(blob, extension) : path }
}
