import { part, visitGrams } from '../../cloudfunctions/domain/routing/text/message-grams'

/** Messages as sparse rows: row r's grams stand at start[r] up to start[r+1]. */
export interface GramRows {
  start: Int32Array
  /** Numbers of grams, 0 up to `keys.length`. */
  gram: Int32Array
  /** How often, in the whole message and in the gram's own part; after logarithms. */
  whole: Float32Array
  own: Float32Array
  /** By gram: its key, and the part it belongs to. */
  keys: readonly number[]
  parts: readonly number[]
}

interface Message {
  subject: string
  detail: string
}

/** Grams of fewer messages than this are left out: training would leave them out anyway. */
export const leastMessages = 3

/** Read twice: once to count, so that the many grams that are met once or twice are never kept. */
export function gramRows(messages: readonly Message[]): GramRows {
  const { keys, parts } = common(messages)
  const numbers = new Map(keys.map((key, number) => [key, number]))
  const wholeOf = new Float32Array(keys.length)
  const ownOf = new Float32Array(keys.length)
  const start = new Int32Array(messages.length + 1)
  const gram: number[] = []
  const whole: number[] = []
  const own: number[] = []
  messages.forEach((message, row) => {
    visitGrams(message, (key, _from, inWhole, inOwn) => {
      const number = numbers.get(key)
      if (number === undefined) return
      if (wholeOf[number] === 0) gram.push(number)
      wholeOf[number]! += inWhole
      ownOf[number]! += inOwn
    })
    for (let at = start[row]!; at < gram.length; at++) {
      const number = gram[at]!
      whole.push(1 + Math.log(wholeOf[number]!))
      own.push(ownOf[number] === 0 ? 0 : 1 + Math.log(ownOf[number]!))
      wholeOf[number] = 0
      ownOf[number] = 0
    }
    start[row + 1] = gram.length
  })
  return {
    start,
    gram: Int32Array.from(gram),
    whole: Float32Array.from(whole),
    own: Float32Array.from(own),
    keys,
    parts,
  }
}

function common(messages: readonly Message[]): { keys: number[]; parts: number[] } {
  const counts = new Map<number, number>()
  const lastRow = new Map<number, number>()
  const partOf = new Map<number, number>()
  messages.forEach((message, row) => {
    visitGrams(message, (key, from) => {
      if (lastRow.get(key) === row) return
      lastRow.set(key, row)
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count === leastMessages) partOf.set(key, from)
    })
  })
  return { keys: [...partOf.keys()], parts: [...partOf.values()] }
}

export const isSubject = (rows: GramRows, gram: number): boolean => rows.parts[gram] === part.subject
