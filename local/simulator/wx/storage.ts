import { asynchronous, WxFailure, type WxFamily } from './family'

/** Bytes of one value and of all; source: wx.setStorage (official-doc). */
const VALUE_BYTES_MAX = 1024 * 1024
const TOTAL_BYTES_MAX = 10 * 1024 * 1024
const PREFIX = 'app:'

/** 数据缓存:每个人、每个小程序各一份 */
export const storage: WxFamily = ({ storage: kept }) => {
  const keys = () => kept.keys().filter((key) => key.startsWith(PREFIX))
  const bytes = (text: string) => new TextEncoder().encode(text).length
  const used = () => keys().reduce((sum, key) => sum + bytes(key) + bytes(kept.get(key) ?? ''), 0)

  const checkKey = (key: unknown): string => {
    if (typeof key !== 'string' || key === '') throw new WxFailure('parameter error: key should be String;')
    return PREFIX + key
  }
  const write = (key: unknown, value: unknown): void => {
    const name = checkKey(key)
    const text = encode(value)
    const size = bytes(text)
    if (size > VALUE_BYTES_MAX) throw new WxFailure('exceed storage item max length')
    if (used() - bytes(kept.get(name) ?? '') + size > TOTAL_BYTES_MAX) {
      throw new WxFailure('exceed storage max size 10Mb')
    }
    try {
      kept.set(name, text)
    } catch (error) {
      // A browser's own store may end sooner, and says so by this name.
      if (!(error instanceof DOMException)) throw error
      throw new WxFailure('exceed storage max size 10Mb')
    }
  }
  const read = (key: unknown): { found: boolean; value: unknown } => {
    const text = kept.get(checkKey(key))
    return text === null ? { found: false, value: '' } : { found: true, value: decode(text) }
  }
  const clear = (): void => keys().forEach((key) => kept.remove(key))
  const report = () => ({
    keys: keys().map((key) => key.slice(PREFIX.length)),
    currentSize: Math.ceil(used() / 1024),
    limitSize: TOTAL_BYTES_MAX / 1024,
  })
  const readAsync = (key: unknown) => {
    const { found, value } = read(key)
    if (!found) throw new WxFailure('data not found')
    return value
  }
  interface Pair {
    key: string
    value: unknown
  }
  return {
    ...asynchronous({
      setStorage: ({ key, data }: { key: string; data: unknown }) => write(key, data),
      getStorage: ({ key }: { key: string }) => ({ data: readAsync(key) }),
      removeStorage: ({ key }: { key: string }) => kept.remove(checkKey(key)),
      clearStorage: clear,
      getStorageInfo: report,
      batchSetStorage: ({ kvList }: { kvList: Pair[] }) =>
        kvList.forEach(({ key, value }) => write(key, value)),
      batchGetStorage: ({ keyList }: { keyList: string[] }) => ({ dataList: keyList.map(readAsync) }),
    }),
    ...synchronous({
      setStorageSync: write,
      getStorageSync: (key: unknown) => read(key).value,
      removeStorageSync: (key: unknown) => kept.remove(checkKey(key)),
      clearStorageSync: clear,
      getStorageInfoSync: report,
      batchSetStorageSync: (list: Pair[]) => list.forEach(({ key, value }) => write(key, value)),
      batchGetStorageSync: (list: string[]) => list.map((key) => read(key).value),
    }),
  }
}

/** Sync calls throw an Error whose message is the errMsg. */
function synchronous(
  works: Readonly<Record<string, (...args: never[]) => unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(works).map(([name, work]) => [
      name,
      (...args: unknown[]) => {
        try {
          return (work as (...all: unknown[]) => unknown)(...args)
        } catch (error) {
          if (!(error instanceof WxFailure)) throw error
          throw new Error(`${name}:fail ${error.reason}`, { cause: error })
        }
      },
    ]),
  )
}

/** WeChat keeps plain types, dates and what JSON can carry. */
function encode(value: unknown): string {
  if (value instanceof Date) return JSON.stringify({ type: 'Date', value: value.getTime() })
  if (value === undefined) return JSON.stringify({ type: 'Undefined' })
  return JSON.stringify({ type: 'Json', value })
}

function decode(text: string): unknown {
  const { type, value } = JSON.parse(text) as { type: string; value?: unknown }
  if (type === 'Date') return new Date(value as number)
  return type === 'Undefined' ? undefined : value
}
