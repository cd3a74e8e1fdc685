/** Who or what called a function, as the platform's context will say. */
export interface Caller {
  /** Absent for timers, HTTP access and the outside. */
  openid?: string
  unionid?: string
  /** The chain of callers; source: Cloud.getWXContext (official-doc). */
  source?: 'wx_client' | 'wx_devtools' | 'wx_http' | 'wx_trigger' | 'wx_unknown' | `${string},scf`
  /** Set by the platform for timers; the SDK chooses its token by it (sdk-source). */
  trigger?: 'timer'
}

/** The mini-program that all callers use. */
export const APP_ID = 'wx0000000000local0'
