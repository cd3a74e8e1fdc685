import type { WxFamily } from '../wx/family'
import type { Phone } from './phone'

declare global {
  /** Members of `wx` and `wx.cloud` in miniprogram-api-typings; written in by the server when it bundles. */
  const WX_NAMES: readonly string[]
}

export interface WxObject {
  wx: Record<string, unknown>
  mock(name: string, stand: (...args: unknown[]) => unknown): () => void
  restore(name: string): void
}

/** The app's `wx`: families together, stand-ins of tests before them, and a loud failure for every known name left. */
export function makeWx(phone: Phone, families: readonly WxFamily[]): WxObject {
  const built: Record<string, unknown> = {}
  for (const family of families) Object.assign(built, family(phone))
  const known = new Set(WX_NAMES)
  const mocked = new Map<string, (...args: unknown[]) => unknown>()
  built.canIUse ??= (schema: string) => canIUse(built, schema)
  const missing = (name: string) => () => {
    const error = new Error(`wx.${name} is not built in this phone (local/simulator/wx)`)
    phone.fail(error)
    throw error
  }
  const wx = new Proxy(built, {
    get(target, name) {
      if (typeof name !== 'string') return Reflect.get(target, name) as unknown
      const stand = mocked.get(name)
      if (stand) return stand
      if (name in target) return target[name]
      return known.has(name) ? missing(name) : undefined
    },
  })
  return {
    wx,
    mock(name, stand) {
      mocked.set(name, stand)
      return () => mocked.get(name) === stand && mocked.delete(name)
    },
    restore: (name) => void mocked.delete(name),
  }
}

/** `api.param.option` or `component.attribute.option`: this phone knows whole APIs only. */
function canIUse(built: Record<string, unknown>, schema: string): boolean {
  const [name = ''] = schema.split('.')
  return name in built
}
