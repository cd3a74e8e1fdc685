import type { ActionBody, ActionContext } from '../action'
import { readEjsonObject } from '../ejson/canonical'
import { integerOf } from '../ejson/number'
import type { StrictObject } from '../ejson/strict'
import { invalidParam, timeout } from '../errors'
import { databaseLimits } from '../limits'
import type { Store } from '../store/store'
import { Locked, type Access } from './access'
import { DirectAccess } from './direct-access'
import { TransactionAccess } from './transaction-access'
import { TransactionLog } from './transaction-log'

/** What all actions of the database share. */
export class Engine {
  readonly log = new TransactionLog()
  readonly direct: DirectAccess

  constructor(readonly store: Store) {
    this.direct = new DirectAccess(store, this.log)
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL for a transaction that is over. */
  access(body: ActionBody, context: ActionContext): Access {
    if (body.transactionId === undefined) {
      this.log.expire(context.now)
      return this.direct
    }
    return this.transaction(body, context)
  }

  transaction(body: ActionBody, { now }: ActionContext): TransactionAccess {
    return new TransactionAccess(this.direct, this.log, this.log.get(body.transactionId, now))
  }

  /** Does a write, all or nothing; where a transaction holds a document, waits for its end, as MongoDB does. */
  async write<T>(access: Access, work: () => T): Promise<T> {
    const giveUpAt = performance.now() + databaseLimits.lockWait.value
    for (;;) {
      try {
        return access.atomically(work)
      } catch (error) {
        if (!(error instanceof Locked)) throw error
        const left = giveUpAt - performance.now()
        if (left <= 0) throw timeout('a transaction holds the document')
        await endOrTimeout(error.until, left)
      }
    }
  }
}

async function endOrTimeout(end: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const elapsed = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))
  await Promise.race([end, elapsed])
  clearTimeout(timer)
}

/** A collection's name, as every action but the transactions' has it. */
export function collectionOf(body: ActionBody): string {
  if (typeof body.collectionName !== 'string') throw invalidParam('collectionName must be a string')
  return body.collectionName
}

/** The query of an action; none means all documents. */
export function filterOf(body: ActionBody, now: number): StrictObject {
  return body.query === undefined || body.query === '' ? {} : readEjsonObject(body.query, now)
}

/** @throws CloudError INVALID_PARAM for anything but a whole number that is not negative. */
export function countOf(body: ActionBody, name: string): number | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  const number = typeof value === 'number' ? value : integerOf(value as StrictObject)
  if (number === undefined || !Number.isInteger(number) || number < 0) {
    throw invalidParam(`${name} must be a whole number, not negative`)
  }
  return number
}

export function bytesOf(texts: Iterable<string>): number {
  let bytes = 0
  for (const text of texts) bytes += Buffer.byteLength(text)
  return bytes
}
