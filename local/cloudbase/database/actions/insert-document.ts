import type { ActionHandler } from '../../action'
import { assertStorable, readEjsonObject } from '../../ejson/canonical'
import { kindOf, type Strict, type StrictObject } from '../../ejson/strict'
import { invalidParam } from '../../errors'
import { bytesOf, collectionOf, type Engine } from '../engine'
import { newId } from '../new-id'

/** `collection.add(document | documents)`: all of them or none. */
export function insertDocument(engine: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    async handle(body, context) {
      const collection = collectionOf(body)
      engine.store.collection(collection)
      if (!Array.isArray(body.data) || body.data.length === 0)
        throw invalidParam('data needs at least one document')
      const documents = body.data.map((text: unknown) =>
        withId(readEjsonObject(text, context.now), context.now),
      )
      const access = engine.access(body, context)
      await engine.write(access, () => {
        for (const document of documents) access.insert(collection, document)
      })
      context.charge({
        collection,
        documentsRead: 0,
        documentsExamined: 0,
        documentsWritten: documents.length,
        bytesRead: 0,
        bytesWritten: bytesOf(documents.map((document) => JSON.stringify(document))),
      })
      return { data: { insertedIds: documents.map(({ _id }) => idForAnswer(_id as Strict)) } }
    },
  }
}

/** `_id` comes first, as MongoDB stores it; where there is none, one is made. */
export function withId(document: StrictObject, now: number): StrictObject {
  assertStorable(document)
  const { _id = newId(now), ...fields } = document
  const kind = kindOf(_id)
  if (kind === 'null' || kind === 'array' || kind === 'regex')
    throw invalidParam(`_id may not be of type ${kind}`)
  return { _id, ...fields }
}

/** Strings as they are; the SDK hands ids of other types on as it gets them. */
export function idForAnswer(id: Strict): unknown {
  if (typeof id === 'string') return id
  const wrapper = id as StrictObject
  if (kindOf(id) === 'objectId') return wrapper.$oid
  if (kindOf(id) === 'number') return Number(Object.values(wrapper)[0])
  return id
}
