import { CloudError } from '../action'
import type { Answer, Runner } from '../runner/runner'
import type { Caller } from '../runner/caller'

/** Bytes of `data` in wx.cloud.callFunction; source: 微信云开发的限制, about 100 KB (official-doc). */
export const PHONE_EVENT_BYTES_MAX = 100 * 1024

/**
 * What a phone's callFunction does: the event's size is limited, and the caller is the openid of the WeChat session.
 * @param event JSON text. @throws CloudError EXCEED_REQUEST_SIZE_LIMIT, INVALID_PARAM and those of Runner.invoke
 */
export async function invokeAsPhone(
  runner: Runner,
  name: string,
  event: string,
  openid: string | undefined,
  requestId: string,
): Promise<Answer> {
  if (Buffer.byteLength(event) > PHONE_EVENT_BYTES_MAX) {
    throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', `A phone sends at most ${PHONE_EVENT_BYTES_MAX} bytes.`)
  }
  const caller: Caller = { openid, source: 'wx_client' }
  return runner.invoke(name, event, caller, requestId)
}
