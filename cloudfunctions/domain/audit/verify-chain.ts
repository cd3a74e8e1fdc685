import type { Ticket } from '../ticket/ticket'
import { quotesCaller } from './callers-words'
import type { Answers } from './sealed-answers'
import type { Figured } from './sealed-figures'
import { type Spoken, wordsAt } from './sealed-words'
import { figuresDigest, type Hash, linkOf, type Seal, startOf, wordsDigest } from './seal'

/** A ticket as a dump has it; without words, where they were left out of the dump on purpose. */
export type Audited = Pick<Ticket, '_id' | 'number' | 'chain' | 'seals' | 'erasedAt'> &
  Spoken &
  Figured & {
    wordless?: true
    /** What is kept apart of it, where the dump has that too. */
    evaluations?: readonly Answers[]
  }

/** What is wrong with a line, or with a ticket as a whole. */
export type ChainFault =
  | 'altered'
  | 'missing'
  | 'reordered'
  | 'added'
  /** What rates are counted from is not as it was when the last line was written. */
  | 'figures'
  /** Words were taken out, and no caller asked for it. */
  | 'wordsGone'

export interface VerifiedChain {
  /** Lines that a seal stands for; those before the first seal are older than seals. */
  sealed: number
  unsealed: number
  /** Lines whose words are gone, and whose digest still verifies. */
  erased: number
  fault?: { seq: number; kind: ChainFault }
}

/** Whether every line is as it was sealed, one after the other; the first that is not. */
export function verifyChain(ticket: Audited, hash: Hash): VerifiedChain {
  const { history, chain, seals = [] } = ticket
  const first = chain ? chain.from - 1 : history.length
  const found = { sealed: 0, unsealed: Math.min(first, history.length), erased: 0 }
  const broken = (seq: number, kind: ChainFault): VerifiedChain => ({ ...found, fault: { seq, kind } })
  if (!chain && seals.length > 0) return broken(1, 'altered')
  let link = chain ? startOf(ticket, chain, hash) : ''
  let figures = ''
  for (let i = 0; i < Math.max(history.length, first + seals.length); i++) {
    const line = history[i]
    const seal = seals[i - first]
    const out = outOfPlace(history, i)
    if (out) return broken(i + 1, out)
    if (!line) return broken(i + 1, 'missing')
    if (i < first) continue
    if (!seal) return broken(i + 1, 'added')
    figures = seal.figures ?? figures
    link = linkOf(link, line, digestOfWords(ticket, i, seal, hash), figures, hash)
    if (link !== seal.link) return broken(i + 1, 'altered')
    if (seal.words !== undefined) {
      found.erased += 1
      if (!mayBeGone(ticket, i)) return broken(i + 1, 'wordsGone')
    }
    found.sealed += 1
  }
  if (!chain) return found
  if (chain.at !== history.at(-1)?.at) return broken(history.length, 'altered')
  return figures === figuresDigest(ticket, hash) ? found : broken(history.length, 'figures')
}

function outOfPlace(history: Audited['history'], i: number): ChainFault | undefined {
  const seq = i + 1
  const line = history[i]
  if (!line || line.seq === seq) return undefined
  if (line.seq < seq) return 'added'
  return history.some((other) => other.seq === seq) ? 'reordered' : 'missing'
}

function digestOfWords(ticket: Audited, i: number, seal: Seal, hash: Hash): string {
  if (seal.words !== undefined) return seal.words
  const words = wordsAt(ticket, i)
  return words === undefined ? '' : wordsDigest(seal.salt ?? '', words, hash)
}

/** Only what a caller said goes, or what was said to them, and only by their own order, which is a line itself. */
function mayBeGone(ticket: Audited, i: number): boolean {
  if (ticket.wordless) return true
  const { history, erasedAt } = ticket
  const line = history[i]
  const theirs = line !== undefined && quotesCaller(line)
  return theirs && erasedAt !== undefined && history.slice(i).some(({ what }) => what === 'erase')
}
