/** A gram's first place in the text it was read from. */
interface Occurrence {
  text: string
  at: number
  length: number
}

const mostWords = 5

/**
 * The words that told: grams of two characters and more, strongest first, none of which overlaps a stronger one. Masked
 * numbers and coded places tell nobody anything and are left out.
 */
export function tellingWords<Seen extends Occurrence>(
  seen: readonly Seen[],
  tells: (occurrence: Seen) => number,
): string[] {
  const strengths = Float64Array.from(seen, (occurrence) => (occurrence.length > 1 ? tells(occurrence) : 0))
  const chosen: Occurrence[] = []
  const words: string[] = []
  while (words.length < mostWords) {
    const strongest = positionOfLargest(strengths)
    if (!(strengths[strongest]! > 0)) break
    strengths[strongest] = 0
    const occurrence = seen[strongest]!
    const word = occurrence.text.slice(occurrence.at, occurrence.at + occurrence.length)
    if (/[\dA]/.test(word) || words.some((known) => known.includes(word) || word.includes(known))) continue
    if (chosen.some((other) => overlaps(occurrence, other))) continue
    chosen.push(occurrence)
    words.push(word)
  }
  return words
}

/** Ten looks over some hundred numbers cost less than sorting them. */
function positionOfLargest(values: Float64Array): number {
  let largest = 0
  for (let at = 1; at < values.length; at++) if (values[at]! > values[largest]!) largest = at
  return largest
}

const overlaps = (one: Occurrence, other: Occurrence) =>
  one.text === other.text && one.at < other.at + other.length && other.at < one.at + one.length
