import type { Service } from '../../../typings/contract/directory'

export interface Suggestion {
  serviceCode: string
  /** Share of the whole evidence, 0 to 1; not a probability. */
  confidence: number
  /** The words that told, heaviest first. */
  why: readonly string[]
  alternatives: readonly { serviceCode: string; confidence: number }[]
}

export interface MessageText {
  /** Counts twice: people name the matter there. */
  subject?: string
  detail: string
}

const subjectWeight = 2
/** Beyond this the text tells the story rather than the matter. In characters. */
const detailRead = 400
/** One word of two characters in the detail alone (2.8) is too little to send somebody a ticket. */
const leastScore = 4
/** That one word; enough to offer where the text is short, or the class is known. */
export const oneShortWord = 2.5
/** Under a quarter of the evidence several services speak at once: a person looks. */
const leastConfidence = 0.25
const mostAlternatives = 2
const mostWords = 5

/**
 * Which service a message is about, by the catalogue's words: at each place the longest word counts, longer words weigh
 * more, repetition adds less and less. Undefined where too little speaks for any: a person looks at it.
 * @param least score: a word counts its length to the power of 1.5
 */
export function suggestService(
  text: MessageText,
  services: readonly Service[],
  least: number = leastScore,
): Suggestion | undefined {
  const root = wordTree(services)
  const evidence = new Map<string, Map<string, number>>()
  count(text.subject ?? '', subjectWeight, root, evidence)
  count(text.detail.slice(0, detailRead), 1, root, evidence)

  const ranked = [...evidence]
    .map(([serviceCode, words]) => ({ serviceCode, words, score: scoreOf(words) }))
    .sort((one, other) => other.score - one.score)
  const [best, ...others] = ranked
  if (!best || best.score < least) return undefined
  const total = ranked.reduce((sum, { score }) => sum + score, 0)
  if (best.score / total < leastConfidence) return undefined
  return {
    serviceCode: best.serviceCode,
    confidence: best.score / total,
    why: [...best.words]
      .sort(([one, times], [other, more]) => wordScore(other, more) - wordScore(one, times))
      .slice(0, mostWords)
      .map(([word]) => word),
    alternatives: others
      .slice(0, mostAlternatives)
      .map(({ serviceCode, score }) => ({ serviceCode, confidence: score / total })),
  }
}

const scoreOf = (words: ReadonlyMap<string, number>) =>
  [...words].reduce((sum, [word, times]) => sum + wordScore(word, times), 0)

const wordScore = (word: string, times: number) => word.length ** 1.5 * Math.sqrt(times)

interface Node {
  next: Map<string, Node>
  /** Set where a word ends. */
  found?: { word: string; serviceCode: string }
}

const trees = new WeakMap<readonly Service[], Node>()

/** Built once per snapshot of the services. Where two services claim a word, the earlier keeps it. */
function wordTree(services: readonly Service[]): Node {
  const known = trees.get(services)
  if (known) return known
  const root: Node = { next: new Map() }
  for (const { code, words } of services) for (const word of words) plant(root, folded(word), code)
  trees.set(services, root)
  return root
}

function plant(root: Node, word: string, serviceCode: string) {
  let node = root
  for (const letter of word) {
    const next = node.next.get(letter) ?? { next: new Map<string, Node>() }
    node.next.set(letter, next)
    node = next
  }
  if (word !== '') node.found ??= { word, serviceCode }
}

function count(text: string, weight: number, root: Node, evidence: Map<string, Map<string, number>>) {
  const letters = [...folded(text)]
  for (let start = 0; start < letters.length;) {
    const found = longestAt(letters, start, root)
    if (found) {
      const words = evidence.get(found.serviceCode) ?? new Map<string, number>()
      words.set(found.word, (words.get(found.word) ?? 0) + weight)
      evidence.set(found.serviceCode, words)
    }
    start += found ? [...found.word].length : 1
  }
}

function longestAt(letters: readonly string[], start: number, root: Node): Node['found'] {
  let longest: Node['found']
  let node: Node | undefined = root
  for (let at = start; node; at++) {
    longest = node.found ?? longest
    const letter: string | undefined = letters[at]
    node = letter === undefined ? undefined : node.next.get(letter)
  }
  return longest
}

/** Case and spaces don't matter: 'ktv', 'K T V'. */
const folded = (text: string) => text.toLowerCase().replace(/\s+/g, '')
