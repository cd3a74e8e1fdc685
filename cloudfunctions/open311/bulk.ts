import type { OpenFileCard } from '../../typings/contract/open-data'
import { isoLocal } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import { cloud } from '../platform/cloud'
import { bulkUrl } from '../platform/open-urls'
import { addressOf } from './file-address'
import { findOpenFile, type OpenFile, openFiles } from '../platform/stores/open-file-store'
import { type Asked, formatOf } from './asked'
import { csvFile, elsewhere, found, type HttpAnswer } from './http'

/** A longer one is fetched from where it lies: an answer must stay under 6 MB (official-doc). */
const answerMost = 4 * 1024 * 1024

/** The files by month: which there are, or one. `/bulk/2026-05.csv` is that month's published matters. */
export async function bulk(asked: Asked): Promise<HttpAnswer> {
  if (asked.id === undefined) return list(asked)
  if (asked.ending !== 'csv') refuse('INVALID_INPUT', 'format', '文件只有 .csv 一种格式。')
  const id = /^\d{4}-\d{2}$/.test(asked.id) ? `requests-${asked.id}` : asked.id
  const file = await findOpenFile(id)
  if (!file?.fileId) return refuse('NOT_FOUND', 'month', '没有这个月的文件。')
  if (file.takenBack) refuse('OPEN_DATA_REMAKING')
  if ((file.bytes ?? 0) > answerMost) return elsewhere(await addressOf(file.fileId, 'month'))
  const { fileContent } = await cloud.downloadFile({ fileID: file.fileId })
  return csvFile(`${id}.csv`, String(fileContent))
}

async function list(asked: Asked): Promise<HttpAnswer> {
  const format = formatOf(asked)
  const there = (await openFiles()).filter(({ fileId, takenBack }) => fileId !== undefined && !takenBack)
  return found(
    'files',
    there.map((file) => cardOf(file, asked.openData.url)),
    format,
  )
}

function cardOf({ _id, kind, month, rows, bytes, asOf, leftOut }: OpenFile, base: string): OpenFileCard {
  return {
    month,
    kind,
    url: bulkUrl(base, _id),
    rows: rows ?? 0,
    bytes: bytes ?? 0,
    as_of: isoLocal(asOf ?? 0),
    left_out: leftOut ?? null,
  }
}
