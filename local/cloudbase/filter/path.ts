import { isDocument, type Strict, type StrictObject } from '../ejson/strict'

const splitPaths = new Map<string, string[]>()

/** Paths come from queries and declarations, a small set: remembered, because splitting would dominate a match. */
export function partsOf(path: string): string[] {
  let parts = splitPaths.get(path)
  if (!parts) {
    if (splitPaths.size > 10_000) splitPaths.clear()
    splitPaths.set(path, (parts = path.split('.')))
  }
  return parts
}

const DIGITS = /^\d+$/

/**
 * The values a dotted path leads to, as MongoDB walks it: through an array into each of its documents, and by index
 * where the part is a number. A missing field yields undefined; an array without documents yields nothing.
 * Arrays at the end of the path are returned whole.
 */
export function leavesAt(document: Strict, path: string): (Strict | undefined)[] {
  if (!path.includes('.')) return [(document as StrictObject)[path]]
  const leaves: (Strict | undefined)[] = []
  walk(document, partsOf(path), 0, leaves)
  return leaves
}

function walk(value: Strict | undefined, parts: string[], at: number, leaves: (Strict | undefined)[]): void {
  if (at === parts.length) {
    leaves.push(value)
    return
  }
  const part = parts[at]!
  if (Array.isArray(value)) {
    if (DIGITS.test(part) && Number(part) < value.length) walk(value[Number(part)], parts, at + 1, leaves)
    for (const item of value) if (isDocument(item)) walk(item, parts, at, leaves)
  } else if (isDocument(value)) {
    walk(Object.hasOwn(value, part) ? value[part] : undefined, parts, at + 1, leaves)
  } else {
    leaves.push(undefined)
  }
}

/** What an index keeps of a path. */
export interface IndexKeys {
  values: (Strict | undefined)[]
  /** Whether an array was met: the index must then hold several entries for one document. */
  array: boolean
}

/** The leaves, arrays at the end taken apart; an empty array counts as missing. */
export function indexKeysAt(document: StrictObject, path: string): IndexKeys {
  const leaves = leavesAt(document, path)
  const single = leaves[0]
  if (leaves.length === 1 && !Array.isArray(single)) {
    return { values: leaves, array: path.includes('.') && crossesArray(document, path) }
  }
  const values: (Strict | undefined)[] = []
  for (const leaf of leaves) {
    if (Array.isArray(leaf)) values.push(...leaf)
    else values.push(leaf)
  }
  return { values: values.length === 0 ? [undefined] : values, array: true }
}

function crossesArray(document: StrictObject, path: string): boolean {
  let value: Strict | undefined = document
  for (const part of partsOf(path)) {
    if (Array.isArray(value)) return true
    if (!isDocument(value)) return false
    value = value[part]
  }
  return false
}
