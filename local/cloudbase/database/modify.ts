import { assertStorable } from '../ejson/canonical'
import { isDocument, kindOf, type Strict, type StrictObject } from '../ejson/strict'
import { invalidParam } from '../errors'
import { isExpression } from '../filter/compile'
import { compileUpdate, type Update } from '../update/apply'
import type { Access } from './access'
import { withId } from './actions/insert-document'

export interface ModifyRequest {
  collection: string
  filter: StrictObject
  /** Update operators; with `merge: false` a whole document. */
  change: StrictObject
  multi: boolean
  merge: boolean
  upsert: boolean
  /** The emulator's clock, milliseconds UTC. */
  now: number
}

export interface ModifyResult {
  /** Documents that really changed: writing what is there already does not count (MongoDB's nModified). */
  updated: number
  upsertId: Strict | null
  /** The last document written or met, as it is now. */
  document: StrictObject | null
  examined: number
  index: string | null
  bytesRead: number
  bytesWritten: number
}

/** Finds and changes documents; runs inside `Engine.write`. */
export function modify(access: Access, request: ModifyRequest): ModifyResult {
  const { collection, filter, change, multi, merge, now } = request
  const update = merge ? compileUpdate(change, { now, filter }) : replacement(change)
  const limit = multi ? Number.POSITIVE_INFINITY : 1
  const { found, examined, index } = access.find(collection, { filter, limit, now })
  const result: ModifyResult = {
    updated: 0,
    upsertId: null,
    document: null,
    examined,
    index,
    bytesRead: 0,
    bytesWritten: 0,
  }
  for (const match of found) {
    const before = JSON.parse(match.text) as StrictObject
    const after = JSON.parse(match.text) as StrictObject
    update(after)
    result.document = after
    result.bytesRead += Buffer.byteLength(match.text)
    const text = JSON.stringify(after)
    if (text === match.text) continue
    access.replace(collection, match, before, after)
    result.updated++
    result.bytesWritten += Buffer.byteLength(text)
  }
  if (found.length === 0 && request.upsert) {
    const document = inserted(request, update)
    access.insert(collection, document)
    result.upsertId = document._id as Strict
    result.document = document
    result.bytesWritten += Buffer.byteLength(JSON.stringify(document))
  }
  return result
}

/** `doc().set()`: everything but the `_id` is new. */
function replacement(change: StrictObject): Update {
  assertStorable(change)
  if ('_id' in change) throw invalidParam('a replacement may not hold _id')
  return (document) => {
    for (const field of Object.keys(document)) if (field !== '_id') delete document[field]
    Object.assign(document, change)
  }
}

/** An upsert starts from what the query says to be equal. */
function inserted({ filter, now }: ModifyRequest, update: Update): StrictObject {
  const document: StrictObject = {}
  for (const [path, value] of Object.entries(filter)) {
    if (path.startsWith('$') || path.includes('.') || kindOf(value) === 'regex') continue
    if (!isExpression(value)) document[path] = value
    else if (isDocument(value) && '$eq' in value) document[path] = value.$eq as Strict
  }
  update(document, true)
  return withId(document, now)
}
