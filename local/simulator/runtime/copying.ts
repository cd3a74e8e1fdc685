/**
 * Stands in for glass-easel's own `data_utils` when the phone is bundled. Its copy makes `{}` of a Date; on WeChat's
 * phones a Date in a component's data stays one (Vant's calendar lives by it). All else is copied as there.
 */
export function simpleDeepCopy<T>(source: T): T {
  return copy(source, null)
}

export function deepCopy<T>(source: T, withRecursion: boolean): T {
  return copy(source, withRecursion ? new Map() : null)
}

/** A constant of glass-easel's that stands in the same file. */
export const AutoDestroyState = { Disabled: 0, Enabled: 1, Destroyed: 2 } as const

function copy<T>(source: T, visited: Map<object, unknown> | null): T {
  if (typeof source === 'symbol') return Symbol(source.description) as T
  if (typeof source !== 'object' || source === null) return source
  const known = visited?.get(source)
  if (known !== undefined) return known as T
  if (source instanceof Date) return new Date(source.getTime()) as T
  const made: unknown = Array.isArray(source) ? [] : {}
  visited?.set(source, made)
  const fields = made as Record<string, unknown>
  for (const key of Object.keys(source)) fields[key] = copy((source as Record<string, unknown>)[key], visited)
  return made as T
}
