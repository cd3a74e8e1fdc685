import type { ActionHandler } from '../../action'
import { collectionOf, type Engine } from '../engine'

/** `db.createCollection(name)`. */
export function addCollection({ store }: Engine): ActionHandler {
  return {
    mark: 'official-doc',
    handle(body) {
      store.create(collectionOf(body))
      return {}
    },
  }
}
