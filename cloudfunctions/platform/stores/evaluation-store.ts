import type { Evaluation } from '../../../typings/contract/ticket'
import { _, db } from '../cloud'

/** Written before the ticket that names it; a retry of the same attempt writes the same document. */
export async function keepEvaluation({ _id, ...answers }: Evaluation): Promise<void> {
  await db.collection('evaluations').doc(_id).set(answers)
}

export async function findEvaluation(id: string): Promise<Evaluation | undefined> {
  const { data } = await db.collection('evaluations').doc(id).get()
  return (data as Evaluation[])[0]
}

export async function findEvaluations(ids: readonly string[]): Promise<Evaluation[]> {
  if (ids.length === 0) return []
  const { data } = await db
    .collection('evaluations')
    .where({ _id: _.in([...ids]) })
    .limit(ids.length)
    .get()
  return data as Evaluation[]
}

/** Grades stay, for the rates; what was said beside them goes. */
export async function eraseComments(ticketId: string): Promise<void> {
  await db.collection('evaluations').where({ ticketId, by: 'wechat' }).update({ comment: _.remove() })
}
