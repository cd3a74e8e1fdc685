import { integerOf, numberOf } from '../ejson/number'
import { isDocument, isNumber, type Strict, type StrictObject } from '../ejson/strict'
import { invalidParam, unknownOperator } from '../errors'
import { compileElementTest, compileFilter, isExpression } from '../filter/compile'

type Project = (document: StrictObject) => StrictObject

/**
 * A projection as the SDK's `field()` sends it: 1 and 0, `$slice` and `$elemMatch`; inclusion and exclusion don't mix
 * but for `_id`.
 * @throws CloudError INVALID_PARAM or DATABASE_INVALID_OPERRATOR.
 */
export function compileProjection(projection: StrictObject, now: number): Project {
  const included: string[] = []
  const excluded: string[] = []
  const arrays: [string, (array: Strict[]) => Strict[] | undefined][] = []
  let id: boolean | undefined
  for (const [path, value] of Object.entries(projection)) {
    if (isDocument(value)) arrays.push([path, arrayProjection(value, now)])
    else if (path === '_id') id = truthy(value)
    else (truthy(value) ? included : excluded).push(path)
  }
  if (included.length > 0 && excluded.length > 0)
    throw invalidParam('a projection either includes fields or excludes them')
  const elemMatches = arrays.filter(([path]) => '$elemMatch' in (projection[path] as StrictObject))
  const including =
    included.length > 0 ||
    elemMatches.length > 0 ||
    (id === true && excluded.length === 0 && arrays.length === 0)
  const kept = tree([...included, ...arrays.map(([path]) => path), ...(id === false ? [] : ['_id'])])
  const dropped = tree(id === false ? [...excluded, '_id'] : excluded)
  return (document) => {
    const result = including ? include(document, kept) : exclude(document, dropped)
    for (const [path, project] of arrays) changeArray(result, path.split('.'), project)
    return result
  }
}

function truthy(value: Strict): boolean {
  return isNumber(value) ? Number(numberOf(value)) !== 0 : value !== false && value !== null
}

function arrayProjection(value: StrictObject, now: number): (array: Strict[]) => Strict[] | undefined {
  const [name, operand] = Object.entries(value)[0] ?? []
  if (name === '$slice' && operand !== undefined) return slice(operand)
  if (name === '$elemMatch' && isDocument(operand)) {
    const matches = isExpression(operand) ? compileElementTest(operand, now) : compileFilter(operand, now)
    return (array) => {
      const first = array.find(
        (item) => (isDocument(item) || isExpression(operand)) && matches(item as StrictObject),
      )
      return first === undefined ? undefined : [first]
    }
  }
  throw unknownOperator(String(name), 'a projection')
}

function slice(operand: Strict): (array: Strict[]) => Strict[] {
  const [skip, limit] = (Array.isArray(operand) ? operand : [operand]).map(integerOf)
  if (skip === undefined || (Array.isArray(operand) && (limit === undefined || limit <= 0))) {
    throw invalidParam('$slice needs a number, or [skip, limit]')
  }
  if (limit === undefined) return (array) => (skip < 0 ? array.slice(skip) : array.slice(0, skip))
  return (array) => {
    const start = skip < 0 ? Math.max(0, array.length + skip) : skip
    return array.slice(start, start + limit)
  }
}

interface PathTree {
  [part: string]: PathTree | true
}

function tree(paths: string[]): PathTree {
  const root: PathTree = {}
  for (const path of paths) {
    const parts = path.split('.')
    let at = root
    for (const [depth, part] of parts.entries()) {
      const next = at[part]
      if (next === true) break
      if (depth === parts.length - 1) at[part] = true
      else at = (at[part] = next ?? {}) as PathTree
    }
  }
  return root
}

/** Through arrays the documents in them are projected; other elements vanish. Fields keep their stored order. */
function include(document: StrictObject, paths: PathTree): StrictObject {
  const result: StrictObject = {}
  for (const [field, value] of Object.entries(document)) {
    const below = paths[field]
    if (below === true) result[field] = value
    else if (below && isDocument(value)) result[field] = include(value, below)
    else if (below && Array.isArray(value))
      result[field] = value.filter(isDocument).map((item) => include(item, below))
  }
  return result
}

function exclude(document: StrictObject, paths: PathTree): StrictObject {
  const result: StrictObject = {}
  for (const [field, value] of Object.entries(document)) {
    const below = paths[field]
    if (below === true) continue
    if (below && isDocument(value)) result[field] = exclude(value, below)
    else if (below && Array.isArray(value)) {
      result[field] = value.map((item) => (isDocument(item) ? exclude(item, below) : item))
    } else result[field] = value
  }
  return result
}

function changeArray(
  document: StrictObject,
  [part, ...rest]: string[],
  project: (array: Strict[]) => Strict[] | undefined,
): void {
  const value = document[part!]
  if (rest.length > 0) {
    if (isDocument(value)) changeArray((document[part!] = { ...value }), rest, project)
    return
  }
  if (!Array.isArray(value)) return
  const projected = project(value)
  if (projected) document[part!] = projected
  else delete document[part!]
}
