import type { Evaluation } from '../../../typings/contract/ticket'
import { db, insertOnce } from '../cloud'

/** The first evaluation of a round stands; a repeat changes nothing. */
export async function keepEvaluation(evaluation: Evaluation): Promise<void> {
  await insertOnce('evaluations', evaluation)
}

export async function findEvaluation(id: string): Promise<Evaluation | undefined> {
  const { data } = await db.collection('evaluations').doc(id).get()
  return (data as Evaluation[])[0]
}
