import type { ActionBody, ActionContext, ActionHandler } from '../../action'
import { readEjsonObject } from '../../ejson/canonical'
import { collectionOf, filterOf, type Engine } from '../engine'
import { modify, type ModifyRequest, type ModifyResult } from '../modify'
import { idForAnswer } from './insert-document'

/** `where().update()`, `doc().update()` and `doc().set()` (`merge: false`, `upsert: true`). */
export function modifyDocument(engine: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    async handle(body, context) {
      const result = await run(engine, body, context, {
        multi: body.multi === true,
        merge: body.merge !== false,
        upsert: body.upsert === true,
      })
      const { updated, upsertId } = result
      return { data: { updated, upsert_id: upsertId === null ? null : idForAnswer(upsertId) } }
    },
  }
}

/** `where().updateAndReturn()`: changes one document and returns it as it is then. */
export function modifyAndReturnDoc(engine: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    async handle(body, context) {
      const flags = { multi: false, merge: true, upsert: false }
      const { updated, document } = await run(engine, body, context, flags)
      return { data: { updated, doc: document && JSON.stringify(document) } }
    },
  }
}

async function run(
  engine: Engine,
  body: ActionBody,
  context: ActionContext,
  flags: Pick<ModifyRequest, 'multi' | 'merge' | 'upsert'>,
): Promise<ModifyResult> {
  const { now } = context
  const collection = collectionOf(body)
  const filter = filterOf(body, now)
  const change = readEjsonObject(body.data, now)
  const access = engine.access(body, context)
  const result = await engine.write(access, () =>
    modify(access, { collection, filter, change, ...flags, now }),
  )
  context.charge({
    collection,
    documentsRead: 0,
    documentsExamined: result.examined,
    documentsWritten: result.updated + (result.upsertId === null ? 0 : 1),
    bytesRead: result.bytesRead,
    bytesWritten: result.bytesWritten,
    index: result.index,
  })
  return result
}
