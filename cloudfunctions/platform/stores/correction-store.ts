import type { Guess } from '../../../typings/contract/suggestion'
import type { Timestamp } from '../../../typings/contract/time'
import { db } from '../cloud'

/** What was guessed of a ticket and what a person made of it. The words stay on the ticket alone. */
export interface Correction {
  /** The ticket's. */
  _id: string
  guessed: Pick<Guess, 'serviceCode' | 'level1' | 'confidence' | 'basis'>
  serviceCode: string
  level1: string
  agreed: boolean
  at: Timestamp
}

/** The last word counts; the same again changes nothing. */
export async function keepCorrection({ _id, ...correction }: Correction): Promise<void> {
  await db.collection('corrections').doc(_id).set(correction)
}
