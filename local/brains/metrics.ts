/** How well labels were told. Shares are 0 to 1. */
export interface Told {
  accuracy: number
  macroF1: number
  /** The right label was first or second. */
  top2: number
  /** Of the messages at and above the threshold: their share of all, and how many of them were right. */
  auto: { coverage: number; precision: number }
  /** Mean distance between confidence and truth in ten bins of equal width. */
  calibrationError: number
}

export interface Judged {
  truth: number
  confidences: readonly number[]
  threshold: number
}

export function measure(judged: readonly Judged[], labelCount: number): Told {
  const right = new Array<number>(labelCount).fill(0)
  const chosen = new Array<number>(labelCount).fill(0)
  const actual = new Array<number>(labelCount).fill(0)
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, confidence: 0 }))
  const auto = { count: 0, right: 0 }
  let inTwo = 0
  for (const { truth, confidences, threshold } of judged) {
    const { first, second } = topTwo(confidences)
    const confidence = confidences[first]!
    const isRight = first === truth ? 1 : 0
    chosen[first]!++
    actual[truth]!++
    right[truth]! += isRight
    if (isRight || second === truth) inTwo++
    if (confidence >= threshold) {
      auto.count++
      auto.right += isRight
    }
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!
    bin.count++
    bin.right += isRight
    bin.confidence += confidence
  }
  const all = judged.length
  const f1 = right.map((count, label) => (2 * count) / Math.max(1, chosen[label]! + actual[label]!))
  return {
    accuracy: sum(right) / all,
    macroF1: sum(f1) / f1.filter((_, label) => chosen[label]! + actual[label]! > 0).length,
    top2: inTwo / all,
    auto: { coverage: auto.count / all, precision: auto.right / Math.max(1, auto.count) },
    calibrationError: sum(bins.map((bin) => Math.abs(bin.right - bin.confidence))) / all,
  }
}

/** Promised 98 %; a little above it where it is chosen, since what follows is another day's messages. */
const wantedPrecision = 0.987

/** The lowest confidence at and above which the wanted share was right; 1 where there is none. */
export function thresholdFor(confidences: readonly (readonly number[])[], labels: readonly number[]): number {
  const ranked = confidences
    .map((row, index) => {
      const { first } = topTwo(row)
      return { confidence: row[first]!, right: first === labels[index] ? 1 : 0 }
    })
    .sort((one, other) => other.confidence - one.confidence)
  let right = 0
  let threshold = 1
  ranked.forEach((row, index) => {
    right += row.right
    if (right / (index + 1) >= wantedPrecision) threshold = row.confidence
  })
  return threshold
}

function topTwo(confidences: readonly number[]): { first: number; second: number } {
  let first = 0
  let second = -1
  for (let label = 1; label < confidences.length; label++) {
    if (confidences[label]! > confidences[first]!) {
      second = first
      first = label
    } else if (second < 0 || confidences[label]! > confidences[second]!) second = label
  }
  return { first, second }
}

const sum = (values: readonly number[]) => values.reduce((left, right) => left + right, 0)
