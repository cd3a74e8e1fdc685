import type { ActionHandler } from '../../action'
import type { Engine } from '../engine'

export function startTransaction({ log }: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    handle: (_body, { now }) => {
      log.expire(now)
      return { transactionId: log.start(now).id }
    },
  }
}

export function commitTransaction(engine: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    handle: (body, context) => {
      engine.transaction(body, context).commit()
      return {}
    },
  }
}

/** One that the server has aborted already is answered as one it does not know. */
export function abortTransaction({ log }: Engine): ActionHandler {
  return {
    mark: 'sdk-source',
    handle: (body, { now }) => {
      log.close(log.get(body.transactionId, now))
      return {}
    },
  }
}
