import type { Timestamp } from './time'

/** 费随事转: a duty that went down off the list, with its agreement and its money in fen. */
export interface Commission {
  departmentId: string
  agreement: string
  amount: number
  at: Timestamp
}
