import { part } from '../../cloudfunctions/domain/routing/text/message-grams'
import { leastMessages, type GramRows } from './gram-rows'

/** Messages' worth of the prior added to every gram's labels, so that three of a kind prove nothing. */
const prior = 5
/** Chosen on the folds of messages_dev; between 0.3 and 0.5 nothing changes (docs/brains.md). */
const tellingPower = 0.3
const tellingFloor = 0.05
const addresseeTimes = 2

/**
 * How much each gram counts: rarity (idf) times how much it tells the labels apart, the divergence of the labels given
 * the gram from the labels at large, raised to 0.3. Zero leaves a gram out.
 * @param train numbers of the rows that may be learnt from, with their labels beside them
 */
export function gramWeights(
  rows: GramRows,
  train: readonly number[],
  labels: readonly number[],
  labelCount: number,
): Float64Array {
  const size = rows.keys.length
  const messages = new Float64Array(size)
  const byLabel = new Float64Array(size * labelCount)
  const shares = new Float64Array(labelCount)
  train.forEach((row, index) => {
    const label = labels[index]!
    shares[label]! += 1 / train.length
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      const gram = rows.gram[at]!
      messages[gram]!++
      byLabel[gram * labelCount + label]!++
    }
  })
  const weights = new Float64Array(size)
  for (let gram = 0; gram < size; gram++) {
    const seen = messages[gram]!
    if (seen < leastMessages) continue
    let divergence = 0
    for (let label = 0; label < labelCount; label++) {
      const share = shares[label]!
      if (share === 0) continue
      const given = (byLabel[gram * labelCount + label]! + prior * share) / (seen + prior)
      divergence += given * Math.log(given / share)
    }
    weights[gram] =
      (Math.log((train.length + 1) / (seen + 1)) + 1) *
      (Math.max(0, divergence) + tellingFloor) ** tellingPower *
      (rows.parts[gram] === part.addressee ? addresseeTimes : 1)
  }
  return weights
}
