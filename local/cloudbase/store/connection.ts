import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'
import type { Key } from './key'

export type Row = readonly Key[]

type Prepared = {
  run(values: Key[]): { lastInsertRowid: number | bigint }
  raw(): Prepared
  all(values: Key[]): unknown[]
}

/**
 * One libsql database, in a file or in memory. All calls are synchronous, so that one action of the emulator is
 * atomic for free.
 *
 * Traps of libsql 0.5 that this class keeps to itself: a boolean, or a Buffer as the only argument, ends the process
 * (bind one array, always); an abandoned iterator pins the write-ahead log (only `.all`, in batches).
 */
export class Connection {
  readonly #database: Libsql.Database
  readonly #prepared = new Map<string, Prepared>()
  #depth = 0
  /** Called after a rollback: what memory knows of the schema may be wrong then. */
  onRollback: () => void = () => {}

  /** @param directory made where it is missing; undefined keeps everything in memory. */
  constructor(directory: string | undefined) {
    if (directory) mkdirSync(directory, { recursive: true })
    this.#database = new Libsql(directory ? join(directory, 'database.sqlite') : ':memory:')
    this.#database.exec('PRAGMA page_size = 16384')
    // NORMAL: a killed process loses nothing that was acknowledged; only a power cut may.
    this.all('PRAGMA journal_mode = WAL')
    this.#database.exec('PRAGMA synchronous = NORMAL')
    this.#database.exec('PRAGMA cache_size = -65536')
    // Sorting the rows of a large index would not fit the memory.
    this.#database.exec('PRAGMA temp_store = FILE')
    this.#database.exec('PRAGMA threads = 2')
  }

  execute(sql: string): void {
    this.#database.exec(sql)
  }

  /** @returns the row number of the last insert. */
  run(sql: string, values: Key[] = []): number {
    return Number(this.#statement(sql).run(values).lastInsertRowid)
  }

  all(sql: string, values: Key[] = []): Row[] {
    return this.#statement(sql).raw().all(values) as Row[]
  }

  /** The first column of the first row. */
  value(sql: string, values: Key[] = []): Key | undefined {
    return this.all(sql, values)[0]?.[0]
  }

  /** All or nothing; an inner call joins the outer one. */
  atomically<T>(work: () => T): T {
    if (this.#depth > 0) return work()
    this.#database.exec('BEGIN IMMEDIATE')
    this.#depth++
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      this.#database.exec('ROLLBACK')
      this.onRollback()
      throw error
    } finally {
      this.#depth--
    }
  }

  /** Statements are bound to the schema they were prepared under. */
  forgetStatements(): void {
    this.#prepared.clear()
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #statement(sql: string): Prepared {
    let statement = this.#prepared.get(sql)
    if (!statement) {
      if (this.#prepared.size > 2000) this.#prepared.clear()
      statement = this.#database.prepare(sql) as unknown as Prepared
      this.#prepared.set(sql, statement)
    }
    return statement
  }
}

/** A stored document: its row, and its text in canonical EJSON. */
export interface StoredDocument {
  row: number
  text: string
}

/** Rows are read in batches of this many documents. */
export const BATCH = 256

/** All documents of a collection's table in the order they were inserted. */
export function* scan(connection: Connection, table: string): Generator<StoredDocument> {
  for (let last = 0; ;) {
    const batch = connection.all(`SELECT rid, d FROM ${table} WHERE rid > ? ORDER BY rid LIMIT ${BATCH}`, [
      last,
    ])
    for (const [row, text] of batch) yield { row: Number(row), text: text as string }
    if (batch.length < BATCH) return
    last = Number(batch[batch.length - 1]![0])
  }
}

/** Whether SQLite refused a row because of a unique index, and which. */
export function brokenUniqueIndex(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : ''
  return /UNIQUE constraint failed: (.*)$/.exec(message)?.[1]
}
