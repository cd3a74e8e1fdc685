import { randomBytes } from 'node:crypto'
import { APP_ID } from '../runner/caller'
import type { OpenApiHandler } from './open-api'
import { WX, WxError } from './wx-error'

/** ms for which a code is good; source: getPhoneNumber (official-doc). */
const CODE_MS = 5 * 60_000

/** Codes that a phone got for its number: good once, for five minutes. */
export class PhoneCodes {
  private readonly codes = new Map<string, { phone: string; until: number }>()

  /** @param phone a mainland number of 11 digits. */
  make(phone: string, now: number): string {
    for (const [code, { until }] of this.codes) if (until < now) this.codes.delete(code)
    const code = randomBytes(32).toString('hex')
    this.codes.set(code, { phone, until: now + CODE_MS })
    return code
  }

  exchange(code: string, now: number): string | undefined {
    const known = this.codes.get(code)
    this.codes.delete(code)
    return known !== undefined && known.until >= now ? known.phone : undefined
  }
}

/** `phonenumber.getPhoneNumber`. */
export const getPhoneNumber: OpenApiHandler = {
  mark: 'official-doc',
  answer({ code }, { phoneCodes, now }) {
    const phone = typeof code === 'string' ? phoneCodes.exchange(code, now()) : undefined
    if (phone === undefined) throw new WxError(WX.invalidCode, 'invalid code')
    const watermark = { timestamp: Math.floor(now() / 1000), appid: APP_ID }
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber: `+86${phone}`, purePhoneNumber: phone, countryCode: '86', watermark },
    }
  },
}
