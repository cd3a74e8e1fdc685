import type { ActionHandler } from '../../action'
import { runPipeline } from '../../aggregate/pipeline'
import type { Stage } from '../../aggregate/stage'
import { readEjson } from '../../ejson/canonical'
import { invalidParam } from '../../errors'
import { bytesOf, collectionOf, type Engine } from '../engine'

/** `collection.aggregate()…end()`; the list holds EJSON texts. */
export function aggregateDocuments(engine: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    handle(body, context) {
      const collection = collectionOf(body)
      if (!Array.isArray(body.stages)) throw invalidParam('stages must be a list')
      const stages = body.stages.map((entry: unknown) => readStage(entry, context.now))
      const { texts, found, examined } = runPipeline(
        engine.access(body, context),
        collection,
        stages,
        context.now,
      )
      context.charge({
        collection,
        documentsRead: texts.length,
        documentsExamined: examined,
        documentsWritten: 0,
        bytesRead: bytesOf(found.found.map(({ text }) => text)),
        bytesWritten: 0,
        index: found.index,
      })
      return { data: { list: texts } }
    },
  }
}

function readStage(entry: unknown, now: number): Stage {
  const { stageKey, stageValue } = (entry ?? {}) as Record<string, unknown>
  if (typeof stageKey !== 'string') throw invalidParam('a stage needs its name')
  return { name: stageKey, operand: readEjson(stageValue, now) }
}
