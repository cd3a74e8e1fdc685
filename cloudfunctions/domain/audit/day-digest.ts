import type { DayDigest } from '../../../typings/contract/audit'
import type { LocalDate } from '../../../typings/contract/time'
import { localDate } from '../calendar/local-time'
import type { Ticket } from '../ticket/ticket'
import type { Hash } from './seal'

/** Raised where the way of counting changes, so that old days are still verified the old way. */
export const digestMethod = 1

/** What became of one ticket on one day. Kept apart from what is published: a number tells that a ticket is there. */
export interface Growth {
  number: string
  /** Lines it had at midnight, and how many of them the day added. */
  lines: number
  added: number
  /** The first that was ever sealed of it is among them. */
  isNew: boolean
  leaf: string
}

/** What the night reads of a ticket: instants and links, no words. */
export type Grown = Pick<Ticket, 'number' | 'chain' | 'seals'> & { history: readonly { at: number }[] }

/**
 * The days on which a ticket grew. A day has what was written up to its last line: two functions' clocks may differ by
 * some ms around midnight, so that a line of the day before comes after one of the next.
 */
export function growthOf(
  { number, chain, seals = [], history }: Grown,
  hash: Hash,
): { day: LocalDate; growth: Growth }[] {
  if (!chain) return []
  const ends: { day: LocalDate; lines: number }[] = []
  for (let lines = Math.min(history.length, chain.from - 1 + seals.length); lines >= chain.from; lines--) {
    const day = localDate(history[lines - 1]?.at ?? 0)
    if (ends.length === 0 || day < (ends[0]?.day ?? '')) ends.unshift({ day, lines })
  }
  return ends.map(({ day, lines }, i) => {
    const before = ends[i - 1]?.lines ?? chain.from - 1
    const whole = { number, lines, added: lines - before, isNew: i === 0 }
    return {
      day,
      growth: { ...whole, leaf: leafOf(whole, seals[lines - chain.from]?.link ?? '', hash) },
    }
  })
}

const leafOf = ({ number, lines, added, isNew }: Omit<Growth, 'leaf'>, link: string, hash: Hash) =>
  hash(['leaf', number, lines, added, isNew, link])

/** The day as it is published. Sorted by leaf, so that the order tells nothing and any other reading gives the same. */
export function digestOf(
  day: LocalDate,
  growths: readonly Growth[],
  before: DayDigest | undefined,
  hash: Hash,
): DayDigest {
  const lines = growths.reduce((sum, { added }) => sum + added, 0)
  const told = {
    day,
    method: digestMethod,
    tickets: growths.length,
    lines,
    ticketsEver: (before?.ticketsEver ?? 0) + growths.filter(({ isNew }) => isNew).length,
    linesEver: (before?.linesEver ?? 0) + lines,
    root: merkleRoot(growths.map(({ leaf }) => leaf).sort(), hash),
    previous: before?.digest ?? '',
  }
  return { ...told, digest: ownDigest(told, hash) }
}

/** What a published day must say of itself. */
export const ownDigest = (told: Omit<DayDigest, 'digest'>, hash: Hash): string => {
  const { day, method, tickets, lines, ticketsEver, linesEver, root, previous } = told
  return hash(['day', day, method, tickets, lines, ticketsEver, linesEver, root, previous])
}

function merkleRoot(leaves: readonly string[], hash: Hash): string {
  if (leaves.length === 0) return hash(['none'])
  let level = leaves
  while (level.length > 1) {
    const above: string[] = []
    for (let i = 0; i < level.length; i += 2) {
      const [one, other] = [level[i] ?? '', level[i + 1]]
      above.push(other === undefined ? one : hash(['node', one, other]))
    }
    level = above
  }
  return level[0] ?? ''
}
