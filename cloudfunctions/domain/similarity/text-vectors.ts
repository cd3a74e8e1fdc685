import { bareText } from './shingles'

/** Sparse, of unit length: gram → value. */
export type Vector = ReadonlyMap<string, number>

export interface Text {
  subject: string
  detail: string
}

const subjectTimes = 3
/** What it is about is said at the beginning. In characters. */
const detailRead = 150
const gramSizes = [2, 3]

/** Texts as weighted runs of two and three characters, the rarer the heavier over these texts; said once is not shared. */
export function vectorsOf(texts: readonly Text[]): Vector[] {
  const counts = texts.map(countsOf)
  const holders = new Map<string, number>()
  for (const count of counts) for (const gram of count.keys()) holders.set(gram, (holders.get(gram) ?? 0) + 1)
  return counts.map((count) => {
    const vector = new Map<string, number>()
    let squares = 0
    for (const [gram, times] of count) {
      const held = holders.get(gram)!
      const value = (1 + Math.log(times)) * Math.log((texts.length + 1) / held)
      squares += value * value
      if (held > 1) vector.set(gram, value)
    }
    const length = Math.sqrt(squares)
    for (const [gram, value] of vector) vector.set(gram, value / length)
    return vector
  })
}

function countsOf({ subject, detail }: Text): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, times: number) => {
    for (const size of gramSizes)
      for (let at = 0; at + size <= text.length; at++) {
        const gram = text.slice(at, at + size)
        counts.set(gram, (counts.get(gram) ?? 0) + times)
      }
  }
  add(bareText(subject), subjectTimes)
  add(bareText(detail).slice(0, detailRead), 1)
  return counts
}

export function cosine(one: Vector, other: Vector): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [gram, value] of small) sum += value * (large.get(gram) ?? 0)
  return sum
}

/** What some texts say between them, of unit length. */
export function together(texts: readonly number[], vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>()
  for (const text of texts)
    for (const [gram, value] of vectors[text]!) sum.set(gram, (sum.get(gram) ?? 0) + value)
  const length = Math.sqrt([...sum.values()].reduce((squares, value) => squares + value * value, 0))
  for (const [gram, value] of sum) sum.set(gram, value / length)
  return sum
}

/**
 * Pairs worth comparing, each once: texts that share one of their heaviest grams, unless that gram is everybody's.
 * @returns by text, the others after it
 */
export function nearby(vectors: readonly Vector[], heaviest: number, mostHolders: number): number[][] {
  const holders = new Map<string, number[]>()
  vectors.forEach((vector, text) => {
    const top = [...vector].sort((one, other) => other[1] - one[1]).slice(0, heaviest)
    for (const [gram] of top) (holders.get(gram) ?? holders.set(gram, []).get(gram)!).push(text)
  })
  const near = vectors.map(() => new Set<number>())
  for (const texts of holders.values()) {
    if (texts.length > mostHolders) continue
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1)) near[one]!.add(other)
    })
  }
  return near.map((others) => [...others])
}
