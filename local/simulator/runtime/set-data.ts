/**
 * What setData does before the framework: WeChat sends it as text from the app to the view, so that only values that
 * text can carry arrive, each as a copy, and every byte costs.
 */
export interface Carried {
  values: Record<string, unknown>
  /** UTF-8 bytes of what was sent. */
  bytes: number
  /** Paths that could not be carried, with what stood there. */
  lost: string[]
}

export function carry(change: Readonly<Record<string, unknown>>): Carried {
  const lost: string[] = []
  const values = copy(change, '', lost, []) as Record<string, unknown>
  for (const key of Object.keys(values)) if (values[key] === undefined) Reflect.deleteProperty(values, key)
  return { values, bytes: new TextEncoder().encode(JSON.stringify(values)).length, lost }
}

function copy(value: unknown, path: string, lost: string[], above: readonly object[]): unknown {
  if (value === undefined) {
    if (above.length === 1) lost.push(`${path}（undefined）`)
    return undefined
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) lost.push(`${path}（${String(value)}）`)
    return value
  }
  if (typeof value !== 'object') {
    lost.push(`${path}（${typeof value}）`)
    return undefined
  }
  if (above.includes(value)) {
    lost.push(`${path}（循环引用）`)
    return undefined
  }
  const deeper = [...above, value]
  if (Array.isArray(value)) return value.map((item, index) => copy(item, `${path}[${index}]`, lost, deeper))
  if (!isPlain(value)) {
    lost.push(`${path}（${value.constructor.name}）`)
    return value instanceof Date ? value.toISOString() : copyFields(value, path, lost, deeper)
  }
  return copyFields(value, path, lost, deeper)
}

function copyFields(
  value: object,
  path: string,
  lost: string[],
  above: readonly object[],
): Record<string, unknown> {
  const fields = Object.entries(value).map(([key, field]) => [
    key,
    copy(field, path ? `${path}.${key}` : key, lost, above),
  ])
  return Object.fromEntries(fields) as Record<string, unknown>
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}
