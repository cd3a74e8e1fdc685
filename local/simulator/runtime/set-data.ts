import { simpleDeepCopy } from './copying'

/** What WeChat would say of a setData: its size, and what text can't carry from the app to the view. */
export interface Carried {
  /** Copies, without what is undefined: WeChat leaves such a field as it was. */
  values: Record<string, unknown>
  /** UTF-8 bytes of the change as JSON. */
  bytes: number
  /** Paths that only the app's side keeps, with what stands there. */
  lost: string[]
}

/** @throws Error where a value holds itself: no phone could copy it. */
export function carry(change: Readonly<Record<string, unknown>>): Carried {
  const lost: string[] = []
  const values: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(change)) {
    if (value === undefined) lost.push(`${path}（undefined）`)
    look(value, path, lost, [])
    if (value !== undefined) values[path] = simpleDeepCopy(value)
  }
  return { values, bytes: utf8Length(JSON.stringify(values)), lost }
}

function look(value: unknown, path: string, lost: string[], above: readonly object[]): void {
  if (typeof value === 'number' && !Number.isFinite(value)) lost.push(`${path}（${String(value)}）`)
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    lost.push(`${path}（${typeof value}）`)
  }
  if (typeof value !== 'object' || value === null) return
  if (above.includes(value)) throw new Error(`setData 的 ${path} 循环引用了自己`)
  const deeper = [...above, value]
  if (Array.isArray(value))
    return value.forEach((item, index) => look(item, `${path}[${index}]`, lost, deeper))
  if (!isPlain(value)) lost.push(`${path}（${value.constructor.name}）`)
  for (const [key, field] of Object.entries(value)) look(field, `${path}.${key}`, lost, deeper)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
