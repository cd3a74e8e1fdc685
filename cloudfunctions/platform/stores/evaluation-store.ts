import type { Evaluation } from '../../../typings/contract/ticket'
import { db } from '../cloud'

/** Written before the ticket that names it; a retry of the same attempt writes the same document. */
export async function keepEvaluation({ _id, ...answers }: Evaluation): Promise<void> {
  await db.collection('evaluations').doc(_id).set(answers)
}

export async function findEvaluation(id: string): Promise<Evaluation | undefined> {
  const { data } = await db.collection('evaluations').doc(id).get()
  return (data as Evaluation[])[0]
}
