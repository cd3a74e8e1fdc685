import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { wordsAt } from '../../cloudfunctions/domain/audit/sealed-words'
import { wordsDigest } from '../../cloudfunctions/domain/audit/seal'
import type { Audited } from '../../cloudfunctions/domain/audit/verify-chain'
import type { Fact } from '../../cloudfunctions/domain/statistics/fact'
import { hash } from '../../cloudfunctions/platform/sealing'
import type { Counted } from './fact-books'

/** What an audit needs of a ticket, and nothing more: no caller, no message, no search terms. */
const fields = [
  ['_id', 'number', 'chain', 'seals', 'erasedAt', 'history', 'wordless', 'evaluations'],
  ['subject', 'description', 'textId', 'place', 'answers', 'attachments', 'supplements'],
  ['status', 'kind', 'serviceCode', 'limitClass', 'submittedAt', 'lead', 'clocks', 'replies', 'commitments'],
  ['exemptions', 'callback', 'returnCount', 'reworkCount', 'extensionCount'],
].flat() as (keyof Audited)[]

const spoken = ['subject', 'description', 'textId', 'answers', 'attachments', 'supplements'] as const

export function forAudit(ticket: Audited): Audited {
  return Object.fromEntries(
    fields.filter((field) => ticket[field] !== undefined).map((field) => [field, ticket[field]]),
  ) as unknown as Audited
}

/** The same without a word that was said: each line's digest takes the place of its words, and the chain still verifies. */
export function withoutWords(ticket: Audited): Audited {
  const first = (ticket.chain?.from ?? Infinity) - 1
  const seals = ticket.seals?.map(({ salt, ...seal }, i) => {
    const words = wordsAt(ticket, first + i)
    return salt === undefined || words === undefined
      ? seal
      : { ...seal, words: wordsDigest(salt, words, hash) }
  })
  const { areaId, path } = ticket.place
  const { lead } = ticket
  const silent: Record<string, unknown> = {
    ...ticket,
    place: { areaId, path },
    // Its reason may quote the call.
    ...(lead && { lead: { ...lead, reason: '' } }),
    history: ticket.history.map(({ text: _text, ...line }) => line),
    ...(seals && { seals }),
    wordless: true,
  }
  for (const field of spoken) delete silent[field]
  // Who answered what stays sealed: an outside auditor needs the words of nobody, nor their grades.
  delete silent.evaluations
  return silent as unknown as Audited
}

const ticketShape = z.looseObject({
  _id: z.string(),
  number: z.string(),
  history: z.array(z.looseObject({ seq: z.number(), at: z.number(), what: z.string() })),
  seals: z.array(z.looseObject({ link: z.string() })).optional(),
  place: z.looseObject({}),
  clocks: z.array(z.looseObject({ id: z.string() })),
  replies: z.array(z.looseObject({})),
  chain: z.looseObject({ salt: z.string(), from: z.int().positive(), at: z.number() }).optional(),
})

/** A file that is no dump of tickets: nothing is said about it. */
export class NotADump extends Error {}

/** One ticket a line: as `--out` writes it, or as the database's own export does. @throws NotADump */
export async function* readDump(file: string): AsyncGenerator<Audited & Counted> {
  let n = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    n += 1
    if (line.trim() !== '') yield ticketIn(line, n)
  }
}

/** Facts, one a line, as `--out` or the database's own export writes them. @throws NotADump */
export async function* readFacts(file: string): AsyncGenerator<Fact> {
  let n = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    n += 1
    if (line.trim() === '') continue
    const { success, data } = factShape.safeParse(parsed(line))
    if (!success) throw new NotADump(`第 ${n} 行不是一条考核记录。 / line ${n} is no fact.`)
    yield data as unknown as Fact
  }
}

const factShape = z.looseObject({ _id: z.string(), ticketId: z.string(), kind: z.string() })

function parsed(line: string): unknown {
  try {
    return JSON.parse(line, plainNumber)
  } catch {
    return undefined
  }
}

function ticketIn(line: string, n: number): Audited & Counted {
  try {
    return ticketShape.parse(JSON.parse(line, plainNumber)) as unknown as Audited & Counted
  } catch {
    throw new NotADump(`第 ${n} 行不是一件诉求的完整记录。 / line ${n} is not a ticket with its history.`)
  }
}

/** Exports may write numbers as `{"$numberLong": "…"}`. */
function plainNumber(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const [entry, ...more] = Object.entries(value)
  return entry && more.length === 0 && /^\$number(?:Long|Int|Double)$/.test(entry[0])
    ? Number(entry[1])
    : value
}
