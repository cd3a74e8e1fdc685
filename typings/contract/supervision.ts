import type { DepartmentClass } from './directory'
import type { LocalDate, Timestamp } from './time'

export interface RateOutput {
  id: string
  name: string
  form: 'share' | 'times'
  numerator: number
  denominator: number
  /** Null where there is nothing to divide by: shown as “—”. */
  value: number | null
  interval?: readonly [number, number]
  ranked: boolean
}

export interface RateSheetOutput {
  methodVersion: number
  before: { rates: readonly RateOutput[]; score: { value: number | null; ranked: boolean } }
  after: { rates: readonly RateOutput[]; score: { value: number | null; ranked: boolean } }
  invalidCallbacks: number
  openOverdue: number
}

export interface RatesOutput {
  from: LocalDate
  to: LocalDate
  asOf: Timestamp
  all: RateSheetOutput
  departments: readonly {
    departmentId: string
    name: string
    class: DepartmentClass
    sheet: RateSheetOutput
  }[]
}
