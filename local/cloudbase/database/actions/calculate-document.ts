import type { ActionHandler } from '../../action'
import { collectionOf, filterOf, type Engine } from '../engine'

/** `collection.where().count()`. */
export function calculateDocument(engine: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    handle(body, context) {
      const collection = collectionOf(body)
      const filter = filterOf(body, context.now)
      const { total, examined, index } = engine.access(body, context).count(collection, filter, context.now)
      context.charge({
        collection,
        documentsRead: 0,
        documentsExamined: examined,
        documentsWritten: 0,
        bytesRead: 0,
        bytesWritten: 0,
        index,
      })
      return { data: { total } }
    },
  }
}
