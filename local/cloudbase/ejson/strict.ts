/**
 * A value as canonical EJSON: exactly what `JSON.parse` makes of the stored text. Numbers keep their BSON type in a
 * wrapper (`{$numberInt: '5'}`, `{$numberDouble: '5.0'}`), so nothing is lost between two writes.
 */
export type Strict = null | boolean | string | Strict[] | StrictObject
export interface StrictObject {
  [field: string]: Strict
}

/** The BSON types, in the order in which MongoDB compares values of different types. */
const kinds = [
  'minKey',
  'null',
  'number',
  'string',
  'object',
  'array',
  'binary',
  'objectId',
  'boolean',
  'date',
  'timestamp',
  'regex',
  'maxKey',
] as const
export type Kind = (typeof kinds)[number]

export const rankOf = Object.fromEntries(kinds.map((kind, rank) => [kind, rank])) as Record<Kind, number>

const wrappers = new Map<string, Kind>([
  ['$numberInt', 'number'],
  ['$numberLong', 'number'],
  ['$numberDouble', 'number'],
  ['$numberDecimal', 'number'],
  ['$date', 'date'],
  ['$oid', 'objectId'],
  ['$regularExpression', 'regex'],
  ['$binary', 'binary'],
  ['$timestamp', 'timestamp'],
  ['$minKey', 'minKey'],
  ['$maxKey', 'maxKey'],
])

/** A missing field counts as null, as it does in MongoDB's order. */
export function kindOf(value: Strict | undefined): Kind {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  if (Array.isArray(value)) return 'array'
  for (const key in value) return key[0] === '$' ? (wrappers.get(key) ?? 'object') : 'object'
  return 'object'
}

/** A plain sub-document: an object that is no EJSON wrapper. */
export function isDocument(value: Strict | undefined): value is StrictObject {
  return kindOf(value) === 'object'
}

export function isNumber(value: Strict | undefined): value is StrictObject {
  return kindOf(value) === 'number'
}

/** Milliseconds of a `$date`. */
export function instantOf(value: Strict): number {
  return Number(((value as StrictObject).$date as StrictObject).$numberLong)
}

export function dateAt(milliseconds: number): StrictObject {
  return { $date: { $numberLong: String(milliseconds) } }
}

export function patternOf(value: Strict): { pattern: string; options: string } {
  const regex = (value as StrictObject).$regularExpression as StrictObject
  return { pattern: String(regex.pattern ?? ''), options: String(regex.options ?? '') }
}
