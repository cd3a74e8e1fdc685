import type { OpenRequest } from '../../../typings/contract/open-data'
import type { DirectoryIndex } from '../routing/index-directory'
import { safeCell } from '../statistics/report/cell-words'
import type { OpenCall } from './coarse-calls'

type Cell = string | number | boolean | null | undefined

const requestColumns = [
  'service_request_id',
  'status',
  'status_notes',
  'service_name',
  'service_code',
  'description',
  'agency_responsible',
  'service_notice',
  'requested_datetime',
  'updated_datetime',
  'expected_datetime',
  'address',
  'address_id',
  'media_url',
] as const satisfies readonly (keyof OpenRequest)[]

export const requestsCsv = (requests: readonly OpenRequest[]): string =>
  csv(requestColumns, requests, (request) => requestColumns.map((column) => request[column]))

const callColumns = [
  'requested_month',
  'requested_date',
  'service_group',
  'service_code',
  'service_name',
  'street',
  'agency_responsible',
  'status',
  'promised_days',
  'taken_days',
  'in_time',
] as const

export const callsCsv = (
  calls: readonly OpenCall[],
  month: string,
  { services, departments, areas }: DirectoryIndex,
): string =>
  csv(callColumns, calls, (call) => [
    month,
    call.day,
    call.group,
    call.serviceCode,
    services.get(call.serviceCode ?? '')?.name,
    areas.get(call.streetId ?? '')?.name,
    departments.get(call.departmentId ?? '')?.name,
    call.status,
    call.promisedDays,
    call.takenDays,
    call.inTime,
  ])

/** RFC 4180 with the mark by which spreadsheets know UTF-8; no cell is taken for a formula. */
function csv<Row>(
  columns: readonly string[],
  rows: readonly Row[],
  cellsOf: (row: Row) => readonly Cell[],
): string {
  const line = (cells: readonly Cell[]) => cells.map((cell) => safeCell(words(cell))).join(',')
  const lines = [line(columns), ...rows.map((row) => line(cellsOf(row)))]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const words = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell))
