import type { StrictObject } from '../ejson/strict'
import { scan, type Connection } from './connection'
import { arrayRows, documentKeys, type DocumentKeys } from './document-keys'
import type { Key } from './key'
import { columnOf, directionOf, sqlIndexOf, tableOf, type StoredCollection, type StoredIndex } from './schema'

/**
 * An index with a path through an array: table `m<collection>_<slot>`, a row per element, kept in the order of its
 * keys. Keys of such a table are never NULL: a missing value is minus infinity, which sorts first as null does.
 */
export const MISSING_SQL = '-9e999'

export function arrayTableOf(collection: StoredCollection, index: StoredIndex): string {
  return `m${collection.number}_${index.slot}`
}

function createTable(connection: Connection, collection: StoredCollection, index: StoredIndex): void {
  const table = arrayTableOf(collection, index)
  const keys = index.keys.map((_, at) => `k${at}`)
  const directed = keys.map((key, at) => `${key} ${directionOf(index.keys[at]![1])}`)
  connection.execute(
    `CREATE TABLE ${table} (${keys.join(', ')}, rid, PRIMARY KEY (${directed.join(', ')}, rid)) WITHOUT ROWID`,
  )
}

function createUnique(connection: Connection, collection: StoredCollection, index: StoredIndex): void {
  if (!index.unique) return
  const keys = index.keys.map((_, at) => `k${at}`)
  const where = index.sparse ? ` WHERE ${keys.map((key) => `${key} > ${MISSING_SQL}`).join(' OR ')}` : ''
  connection.execute(
    `CREATE UNIQUE INDEX ${sqlIndexOf(collection, index)}_unique ON ${arrayTableOf(collection, index)} (${keys.join(', ')})${where}`,
  )
}

/** Builds the table while no document has an array there: all keys stand in the collection's columns. */
export function buildFromColumns(
  connection: Connection,
  collection: StoredCollection,
  index: StoredIndex,
): void {
  createTable(connection, collection, index)
  connection.execute(
    `INSERT INTO ${arrayTableOf(collection, index)} ${selectColumns(collection, index)} ORDER BY ${ordered(index)}`,
  )
  createUnique(connection, collection, index)
}

/** `SELECT k…, rid` of the collection's own columns. */
export function selectColumns(collection: StoredCollection, index: StoredIndex): string {
  const columns = index.keys.map(
    ([path], at) => `ifnull(${columnOf(collection, path)}, ${MISSING_SQL}) AS k${at}`,
  )
  return `SELECT ${columns.join(', ')}, rid FROM ${tableOf(collection)}`
}

function ordered(index: StoredIndex): string {
  return [...index.keys.map(([, direction], at) => `k${at} ${directionOf(direction)}`), 'rid'].join(', ')
}

/** Builds the table by reading every document. */
export function buildFromDocuments(
  connection: Connection,
  collection: StoredCollection,
  index: StoredIndex,
): void {
  createTable(connection, collection, index)
  for (const { row, text } of scan(connection, tableOf(collection))) {
    insertRows(connection, collection, index, row, documentKeys(collection, JSON.parse(text) as StrictObject))
  }
  createUnique(connection, collection, index)
}

/** Builds the table from rows gathered elsewhere (bulk.ts). */
export function buildFromTable(
  connection: Connection,
  collection: StoredCollection,
  index: StoredIndex,
  source: string,
): void {
  createTable(connection, collection, index)
  connection.execute(
    `INSERT INTO ${arrayTableOf(collection, index)} SELECT * FROM ${source} ORDER BY ${ordered(index)}`,
  )
  createUnique(connection, collection, index)
}

export function insertRows(
  connection: Connection,
  collection: StoredCollection,
  index: StoredIndex,
  row: number,
  keys: DocumentKeys,
): void {
  const sql = `INSERT INTO ${arrayTableOf(collection, index)} VALUES (${'?, '.repeat(index.keys.length)}?)`
  for (const entry of arrayRows(collection, index, keys)) connection.run(sql, [...entry, row])
}

export function deleteRows(
  connection: Connection,
  collection: StoredCollection,
  index: StoredIndex,
  row: number,
  keys: DocumentKeys,
): void {
  for (const entry of arrayRows(collection, index, keys)) deleteRow(connection, collection, index, row, entry)
}

/** Writes only the rows that differ. */
export function replaceRows(
  connection: Connection,
  collection: StoredCollection,
  index: StoredIndex,
  row: number,
  before: DocumentKeys,
  after: DocumentKeys,
): void {
  const old = new Map(arrayRows(collection, index, before).map((entry) => [nameOf(entry), entry]))
  const sql = `INSERT INTO ${arrayTableOf(collection, index)} VALUES (${'?, '.repeat(index.keys.length)}?)`
  const added: Key[][] = []
  for (const entry of arrayRows(collection, index, after)) {
    if (!old.delete(nameOf(entry))) added.push(entry)
  }
  for (const entry of old.values()) deleteRow(connection, collection, index, row, entry)
  for (const entry of added) connection.run(sql, [...entry, row])
}

function deleteRow(
  connection: Connection,
  collection: StoredCollection,
  index: StoredIndex,
  row: number,
  entry: Key[],
): void {
  const where = entry.map((_, at) => `k${at} = ?`).join(' AND ')
  connection.run(`DELETE FROM ${arrayTableOf(collection, index)} WHERE ${where} AND rid = ?`, [...entry, row])
}

function nameOf(entry: Key[]): string {
  return entry
    .map((key) => (Buffer.isBuffer(key) ? `b${key.toString('hex')}` : `${typeof key}${key}`))
    .join('\n')
}
