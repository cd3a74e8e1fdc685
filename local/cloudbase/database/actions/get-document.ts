import type { ActionHandler } from '../../action'
import { readEjsonObject } from '../../ejson/canonical'
import type { StrictObject } from '../../ejson/strict'
import { databaseLimits } from '../../limits'
import { compileProjection } from '../../query/projection'
import { readSort } from '../../query/sort'
import { bytesOf, collectionOf, countOf, filterOf, type Engine } from '../engine'

/** `collection.where().get()` and `collection.doc().get()`; the list holds EJSON texts. */
export function getDocument(engine: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    handle(body, context) {
      const { now } = context
      const collection = collectionOf(body)
      const filter = filterOf(body, now)
      const sort = body.order === undefined ? [] : readSort(readEjsonObject(body.order, now))
      const project =
        body.projection === undefined
          ? undefined
          : compileProjection(readEjsonObject(body.projection, now), now)
      const skip = countOf(body, 'offset') ?? 0
      const asked = countOf(body, 'limit') || databaseLimits.defaultLimit.value
      const limit = Math.min(asked, databaseLimits.maxLimit.value)
      const { found, examined, index } = engine
        .access(body, context)
        .find(collection, { filter, sort, skip, limit, now })
      const texts = found.map(({ text }) => text)
      context.charge({
        collection,
        documentsRead: found.length,
        documentsExamined: examined,
        documentsWritten: 0,
        bytesRead: bytesOf(texts),
        bytesWritten: 0,
        index,
      })
      const list = project
        ? found.map(({ text, document }) =>
            JSON.stringify(project(document ?? (JSON.parse(text) as StrictObject))),
          )
        : texts
      return { data: { list }, total: list.length, limit, offset: skip }
    },
  }
}
