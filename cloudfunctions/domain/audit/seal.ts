import type { HistoryEntry } from '../../../typings/contract/ticket'
import type { Timestamp } from '../../../typings/contract/time'
import type { Ticket } from '../ticket/ticket'
import { canonical } from './canonical'
import { figuresOf } from './sealed-figures'
import { wordsAt } from './sealed-words'

/** SHA-256 of a list's JSON, base64url: 43 characters. A value, as the domain has no crypto (law 2). */
export type Hash = (parts: readonly unknown[]) => string

export interface Sealing {
  hash: Hash
  /** 12 random bytes, base64url: 16 characters. */
  salt(): string
}

/** What a ticket's seals hang on. */
export interface Chain {
  /** Keeps what is published from being guessed at, and stays when words go. */
  salt: string
  /** Number of the first sealed line: more than 1 on tickets older than this. */
  from: number
  /** When the last line was written: what the night finds the day's tickets by. */
  at: Timestamp
}

/** Of one line of the history. */
export interface Seal {
  /** Of the link before, the line, its words' digest and the figures' digest. */
  link: string
  /** The figures' digest; absent where it is that of the seal before. */
  figures?: string
  /** Of the line's words; goes when they go. */
  salt?: string
  /** The words' digest, once they are gone. */
  words?: string
}

/** 132 bits: nobody chooses another's collision. */
const figuresLength = 22

export const startOf = ({ _id, number }: Pick<Ticket, '_id' | 'number'>, { salt, from }: Chain, hash: Hash) =>
  hash(['chain', _id, number, salt, from])

export const wordsDigest = (salt: string, words: string, hash: Hash) => hash(['words', salt, words])

export const figuresDigest = (ticket: Parameters<typeof figuresOf>[0], hash: Hash) =>
  hash(['figures', figuresOf(ticket)]).slice(0, figuresLength)

/** The line without its words is never erased, so it is verified for ever. */
export function linkOf(
  before: string,
  { text: _words, ...line }: HistoryEntry,
  words: string,
  figures: string,
  hash: Hash,
): string {
  return hash(['line', before, canonical(line), words, figures])
}

/**
 * The ticket with a seal for each line that it has more than before. Where words were taken out, their salt goes and their
 * digest stays, so that the chain still verifies.
 * @param before as it was read; undefined for a new ticket.
 */
export function sealed(before: Ticket | undefined, after: Ticket, { hash, salt }: Sealing): Ticket {
  const known = before?.history.length ?? 0
  const seals = before ? withoutErased(before, after, hash) : []
  const fresh = after.history.slice(known)
  const at = fresh.at(-1)?.at
  if (at === undefined) return before?.chain ? { ...after, seals } : after
  const chain = { salt: before?.chain?.salt ?? salt(), from: before?.chain?.from ?? known + 1, at }
  const figures = figuresDigest(after, hash)
  let last = figuresKept(seals)
  let link = seals.at(-1)?.link ?? startOf(after, chain, hash)
  for (const [i, line] of fresh.entries()) {
    const words = wordsAt(after, known + i)
    const own = words === undefined ? undefined : salt()
    link = linkOf(link, line, words === undefined ? '' : wordsDigest(own ?? '', words, hash), figures, hash)
    seals.push({ link, ...(figures !== last && { figures }), ...(own !== undefined && { salt: own }) })
    last = figures
  }
  return { ...after, chain, seals }
}

/** As the last seal that names them has them. */
const figuresKept = (seals: readonly Seal[]) => seals.findLast((seal) => seal.figures !== undefined)?.figures

function withoutErased(before: Ticket, after: Ticket, hash: Hash): Seal[] {
  const from = before.chain?.from ?? Infinity
  return (before.seals ?? []).map((seal, i) => {
    const words = wordsAt(before, from - 1 + i)
    if (seal.salt === undefined || words === undefined || words === wordsAt(after, from - 1 + i)) return seal
    const { salt, ...rest } = seal
    return { ...rest, words: wordsDigest(salt, words, hash) }
  })
}
