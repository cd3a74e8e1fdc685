import { isDocument, type Strict, type StrictObject } from '../ejson/strict'
import { requestFailed } from '../errors'
import { partsOf } from '../filter/path'

/** A slot in a document that an update operator reads and writes. */
export interface Place {
  get(): Strict | undefined
  set(value: Strict): void
  remove(): void
}

const DIGITS = /^\d+$/

/** Arrays grow to the given index with nulls, but not further than this, as in MongoDB (1,500,000 there). */
const MAX_ARRAY_GAP = 10_000

/**
 * The places that a path names in a document. `$[]` names every element, `$` the one that the query matched.
 * @param create whether missing documents on the way are made (as $set does) or end the walk (as $unset does).
 * @throws CloudError DATABASE_REQUEST_FAILED where a value on the way can't hold a field.
 */
export function placesAt(
  document: StrictObject,
  path: string,
  create: boolean,
  position: (arrayPath: string) => number,
): Place[] {
  const parts = partsOf(path)
  if (parts.some((part) => part === '')) throw requestFailed(`the path '${path}' has an empty part`)
  const places: Place[] = []
  descend(document, 0)
  return places

  function descend(parent: StrictObject | Strict[], at: number): void {
    const part = parts[at]!
    if (part === '$' || part === '$[]') {
      if (!Array.isArray(parent)) throw requestFailed(`'${path}': ${part} needs an array before it`)
      const indexes = part === '$' ? [position(parts.slice(0, at).join('.'))] : parent.keys()
      for (const index of indexes) step(parent, String(index), at)
    } else if (part.startsWith('$')) {
      throw requestFailed(`'${path}': ${part} is not supported`)
    } else {
      step(parent, part, at)
    }
  }

  function step(parent: StrictObject | Strict[], part: string, at: number): void {
    if (Array.isArray(parent) && !DIGITS.test(part)) {
      if (!create) return
      throw requestFailed(`Cannot create field '${part}' in an array (path '${path}')`)
    }
    if (part === '__proto__') throw requestFailed('a field may not be named __proto__')
    const place = Array.isArray(parent) ? elementPlace(parent, Number(part)) : fieldPlace(parent, part)
    if (at === parts.length - 1) {
      places.push(place)
      return
    }
    let child = place.get()
    if (child === undefined) {
      if (!create) return
      place.set((child = {}))
    }
    if (isDocument(child) || Array.isArray(child)) descend(child, at + 1)
    else if (create)
      throw requestFailed(`Cannot create field '${parts[at + 1]}' in element '${part}' (path '${path}')`)
  }
}

function fieldPlace(parent: StrictObject, field: string): Place {
  return {
    get: () => (Object.hasOwn(parent, field) ? parent[field] : undefined),
    set: (value) => void (parent[field] = value),
    remove: () => void delete parent[field],
  }
}

/** Removing an element leaves null: the others keep their index. */
function elementPlace(parent: Strict[], index: number): Place {
  return {
    get: () => parent[index],
    set: (value) => {
      if (index > parent.length + MAX_ARRAY_GAP)
        throw requestFailed('the index lies too far beyond the array')
      while (parent.length < index) parent.push(null)
      parent[index] = value
    },
    remove: () => {
      if (index < parent.length) parent[index] = null
    },
  }
}
