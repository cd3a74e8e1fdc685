import { randomUUID } from 'node:crypto'
import type { Strict, StrictObject } from '../ejson/strict'
import { requestFailed, transactionConflict, transactionFail } from '../errors'
import { databaseLimits } from '../limits'
import { Locked } from './access'

/** Ids by their text: 1 and 1.0 are one id in MongoDB, and here two; the SDK only ever sends ints and strings. */
export function idNameOf(id: Strict | undefined): string {
  return JSON.stringify(id)
}

interface Change {
  /** Position in the order of all changes. */
  at: number
  /** The text before; null where there was no document. */
  before: string | null
}

export interface OpenTransaction {
  id: string
  /** Sees all changes up to here. */
  startedAt: number
  /** Milliseconds of the emulator's clock. */
  expiresAt: number
  /** Per collection and id: what the transaction wrote; null for a removed document. */
  written: Map<string, Map<string, { id: Strict; document: StrictObject | null }>>
  ended: Promise<void>
  end(): void
}

/**
 * The open transactions, who holds which document, and what has changed since the oldest of them began, so that each
 * can read the database as it was at its start.
 */
export class TransactionLog {
  readonly #open = new Map<string, OpenTransaction>()
  readonly #changes = new Map<string, Map<string, Change[]>>()
  #clock = 0

  start(now: number): OpenTransaction {
    let end = () => {}
    const ended = new Promise<void>((resolve) => (end = resolve))
    const transaction: OpenTransaction = {
      id: randomUUID(),
      startedAt: this.#clock,
      expiresAt: now + databaseLimits.transactionLifetime.value,
      written: new Map(),
      ended,
      end,
    }
    this.#open.set(transaction.id, transaction)
    return transaction
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL for one that is unknown, over or expired. */
  get(id: unknown, now: number): OpenTransaction {
    this.expire(now)
    const transaction = typeof id === 'string' ? this.#open.get(id) : undefined
    if (!transaction) throw transactionFail('the transaction does not exist, has ended or has expired')
    return transaction
  }

  /** Aborts what is older than the platform allows. */
  expire(now: number): void {
    for (const transaction of this.#open.values()) if (now > transaction.expiresAt) this.close(transaction)
  }

  close(transaction: OpenTransaction): void {
    this.#open.delete(transaction.id)
    if (this.#open.size === 0) this.#changes.clear()
    transaction.end()
  }

  /** @throws Locked where an open transaction has written the document. */
  assertFree(collection: string, name: string): void {
    for (const { written, ended } of this.#open.values()) {
      if (written.get(collection)?.has(name)) throw new Locked(ended)
    }
  }

  /** Notes a change that took effect, for those who must not see it yet. */
  record(collection: string, name: string, before: string | null): void {
    if (this.#open.size === 0) return
    this.#clock++
    const byName = this.#changes.get(collection) ?? new Map<string, Change[]>()
    this.#changes.set(collection, byName)
    const changes = byName.get(name) ?? []
    byName.set(name, changes)
    changes.push({ at: this.#clock, before })
  }

  /** Documents of a collection that differ from what the transaction may see, as they were at its start. */
  pastOf(collection: string, { startedAt }: OpenTransaction): Map<string, string | null> {
    const past = new Map<string, string | null>()
    for (const [name, changes] of this.#changes.get(collection) ?? []) {
      const first = changes.find(({ at }) => at > startedAt)
      if (first) past.set(name, first.before)
    }
    return past
  }

  /**
   * Takes the document for a transaction. The first writer wins; the second one is aborted at once.
   * @throws CloudError DATABASE_TRANSACTION_CONFLICT.
   */
  claim(transaction: OpenTransaction, collection: string, name: string): void {
    if (transaction.written.get(collection)?.has(name)) return
    const heldByAnother = [...this.#open.values()].some(
      (other) => other !== transaction && other.written.get(collection)?.has(name),
    )
    const changedSince = this.#changes
      .get(collection)
      ?.get(name)
      ?.some(({ at }) => at > transaction.startedAt)
    if (heldByAnother || changedSince) {
      this.close(transaction)
      throw transactionConflict()
    }
  }

  write(transaction: OpenTransaction, collection: string, id: Strict, document: StrictObject | null): void {
    if (id === undefined) throw requestFailed('the document has no _id')
    this.claim(transaction, collection, idNameOf(id))
    const byName =
      transaction.written.get(collection) ?? new Map<string, { id: Strict; document: StrictObject | null }>()
    transaction.written.set(collection, byName)
    byName.set(idNameOf(id), { id, document })
  }
}
