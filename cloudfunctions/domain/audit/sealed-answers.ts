import type { Evaluation, HistoryEntry } from '../../../typings/contract/ticket'
import type { Hash } from './seal'

export type Answers = Pick<Evaluation, '_id' | 'contacted' | 'solved' | 'grade' | 'salt'>

/** Stands in the history's line, so that answers kept apart can't be changed; what was said beside them may be erased. */
export const proofOf = ({ _id, contacted, solved, grade, salt = '' }: Answers, hash: Hash): string =>
  hash(['answers', salt, _id, contacted, solved, grade])

/** The first line whose answers are not there as they were given. */
export const lineWithoutAnswers = (
  history: readonly HistoryEntry[],
  answers: readonly Answers[],
  hash: Hash,
): HistoryEntry | undefined => {
  const proven = new Set(answers.map((one) => proofOf(one, hash)))
  return history.find(({ proof }) => proof !== undefined && !proven.has(proof))
}
