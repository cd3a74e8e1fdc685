import type { Timestamp } from '../../../typings/contract/time'
import { _, cloud, db, insertOnce } from '../cloud'
import { readAll } from './by-key'
import { keepFile } from './file-store'

export type OpenFileKind = 'requests' | 'calls'

/** `open_files/<kind>-<YYYY-MM>`: a month's file, as it was made last. */
export interface OpenFile {
  _id: string
  kind: OpenFileKind
  month: string
  /** Rises with whatever changes what it should hold. */
  changes: number
  /** It should be made anew. */
  stale: boolean
  /** It holds words that nobody may read any more. */
  takenBack: boolean
  fileId?: string
  rows?: number
  bytes?: number
  leftOut?: number
  asOf?: Timestamp
}

export interface MadeFile {
  content: Buffer
  rows: number
  leftOut?: number
}

const files = () => db.collection('open_files')

/** By kind and month; some 24 a year. */
export const openFiles = () => readAll<OpenFile>('open_files', { _id: _.gt('') })

export async function findOpenFile(id: string): Promise<OpenFile | undefined> {
  const { data } = await files().doc(id).get()
  return (data as OpenFile[])[0]
}

export async function staleOpenFiles(limit: number): Promise<OpenFile[]> {
  const { data } = await files().where({ stale: true }).orderBy('_id', 'asc').limit(limit).get()
  return data as OpenFile[]
}

/** What a month's file should hold has changed. */
export async function outdateOpenFile(kind: OpenFileKind, month: string, takenBack: boolean): Promise<void> {
  const _id = `${kind}-${month}`
  const fresh: OpenFile = { _id, kind, month, changes: 1, stale: true, takenBack: false }
  if (await insertOnce('open_files', fresh)) return
  await files()
    .doc(_id)
    .update({ stale: true, changes: _.inc(1), ...(takenBack && { takenBack: true }) })
}

/** The new file is named before the old one is deleted; where something changed meanwhile, it stays to be made again. */
export async function keepOpenFile(file: OpenFile, made: MadeFile, asOf: Timestamp): Promise<void> {
  const { _id, kind, month, changes } = file
  const { content, rows, leftOut } = made
  const fileId = await keepFile('open-data', `${kind}-${month}.csv`, content)
  const now = {
    fileId,
    rows,
    bytes: content.length,
    asOf,
    stale: false,
    takenBack: false,
    ...(leftOut !== undefined && { leftOut }),
  }
  const { updated } = await files().where({ _id, changes }).update(now)
  const useless = updated === 1 ? file.fileId : fileId
  if (useless) await cloud.deleteFile({ fileList: [useless] })
}
