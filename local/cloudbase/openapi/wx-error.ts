/** An answer of WeChat's that isn't success: `errcode` and `errmsg`, as its open API puts it. */
export class WxError extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(errmsg)
    this.name = 'WxError'
  }
}

/** WeChat's codes that the emulator answers with; source: each API's page (official-doc) unless marked. */
export const WX = {
  busy: -1,
  invalidOpenid: 40003,
  invalidCode: 40029,
  invalidTemplate: 40037,
  /** Scene of msgSecCheck not within 1 to 4. */
  invalidScene: 40129,
  /** Scene of getUnlimited: too long, or with characters outside its set. */
  invalidWxacodeScene: 40169,
  invalidPage: 41030,
  refusedByUser: 43101,
  /** guess: which code a text of more than 2,500 characters gets. */
  formatError: 47001,
  invalidArgument: 47003,
  notActive: 61010,
} as const

/** System errors of wx-server-sdk's wire, outside the API's own (sdk-source). */
export const WX_SYSTEM = {
  apiNotFound: -604100,
  noPermission: -604101,
  timeout: -604102,
} as const
