import type { Phone } from '../runtime/phone'
import { WxFailure } from './family'

/** What the emulator's door answers when it is no function that speaks. */
export interface DoorFailure {
  code: string
  message: string
  requestId: string
}

/**
 * One request to the emulator. When the phone goes offline, what is under way is lost for the phone, though it may well
 * have reached the cloud: as in life.
 * @throws WxFailure request:fail
 */
export async function fetchCloud(
  phone: Phone,
  method: string,
  path: string,
  body?: BodyInit,
): Promise<Response> {
  if (phone.cloudUrl === null) {
    throw new WxFailure('no cloud is attached to this phone (start it with ?cloud=<origin>)', { errCode: -1 })
  }
  const { cloudUrl } = phone
  return overNetwork(phone, () => fetch(cloudUrl + path, { method, ...(body === undefined ? {} : { body }) }))
}

/** @throws WxFailure in the words of `wx.request` without a network */
export async function overNetwork<T>(phone: Phone, send: () => Promise<T>): Promise<T> {
  const lost = () =>
    new WxFailure(
      'request:fail errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
      {
        errCode: -1,
        errno: 600001,
      },
    )
  if (phone.network.type === 'none') throw lost()
  const work = send()
  work.catch(() => undefined)
  let away: () => void = () => undefined
  const gone = new Promise<never>((_, reject) => {
    away = phone.signals.on('network', (type) => type === 'none' && reject(lost()))
  })
  try {
    return await Promise.race([work, gone])
  } catch (error) {
    if (error instanceof WxFailure) throw error
    throw lost()
  } finally {
    away()
  }
}

/** A route of the emulator that answers `{ok, data}`. @throws WxFailure with the door's message */
export async function askCloud<T>(phone: Phone, method: string, path: string, body: unknown): Promise<T> {
  const response = await fetchCloud(phone, method, path, JSON.stringify(body))
  const answer = (await response.json()) as { ok: boolean; data: T; error?: DoorFailure }
  if (!answer.ok) throw new WxFailure(answer.error?.message ?? 'system error', { errCode: -1 })
  return answer.data
}
