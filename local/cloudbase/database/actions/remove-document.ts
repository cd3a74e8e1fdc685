import type { ActionHandler } from '../../action'
import type { StrictObject } from '../../ejson/strict'
import { collectionOf, filterOf, type Engine } from '../engine'

/** `where().remove()` and `doc().remove()`. */
export function removeDocument(engine: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    async handle(body, context) {
      const { now } = context
      const collection = collectionOf(body)
      const filter = filterOf(body, now)
      const limit = body.multi === true ? Number.POSITIVE_INFINITY : 1
      const access = engine.access(body, context)
      const { found, examined, index } = await engine.write(access, () => {
        const result = access.find(collection, { filter, limit, now })
        for (const match of result.found) {
          access.remove(collection, match, match.document ?? (JSON.parse(match.text) as StrictObject))
        }
        return result
      })
      context.charge({
        collection,
        documentsRead: 0,
        documentsExamined: examined,
        documentsWritten: found.length,
        bytesRead: 0,
        bytesWritten: 0,
        index,
      })
      return { data: { deleted: found.length } }
    },
  }
}
