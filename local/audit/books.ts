import { digestOf, type Growth, growthOf, ownDigest } from '../../cloudfunctions/domain/audit/day-digest'
import { lineWithoutAnswers } from '../../cloudfunctions/domain/audit/sealed-answers'
import { type Audited, type ChainFault, verifyChain } from '../../cloudfunctions/domain/audit/verify-chain'
import { addDays } from '../../cloudfunctions/domain/calendar/local-time'
import { hash } from '../../cloudfunctions/platform/sealing'
import type { DayDigest } from '../../typings/contract/audit'
import type { LocalDate } from '../../typings/contract/time'
import type { FactBreak } from './fact-books'

/** A day as somebody kept it; `growths` where its second file is there too. */
export interface PublishedDay {
  digest: DayDigest
  growths?: readonly Growth[]
}

/** Where something does not hold: on a line of a ticket, or with a day. */
export type Break =
  | { kind: ChainFault | 'twice' | 'answers'; number: string; seq: number }
  /** Holds together by itself, but is not what was published on that day. */
  | { kind: 'truncated' | 'rewritten' | 'backdated'; number: string; seq: number; day: LocalDate }
  | { kind: 'ticketGone'; number: string; seq: number; day: LocalDate }
  | {
      kind: 'dayGone' | 'dayAltered' | 'dayUnlinked' | 'dayReplaced' | 'growthsAltered' | 'dayDiffers'
      day: LocalDate
    }

export interface AuditResult {
  tickets: number
  lines: number
  sealed: number
  /** Older than seals: nothing is known of them. */
  unsealed: number
  /** Lines whose words their caller had taken out, and lines whose words were left out of the dump. */
  erased: number
  silent: number
  /** Evaluations that were held against the line that speaks of them. */
  answers: number
  days: number
  first?: LocalDate
  last?: LocalDate
  /** Sealed lines that no day has been published of yet. */
  unpublished: number
  breaks: (Break | FactBreak)[]
  /** Facts that were held against their tickets. */
  facts: number
}

/** Takes in a dump ticket by ticket, and then holds it against the days that were published. */
export class Books {
  private readonly breaks: Break[] = []
  private readonly tickets = new Map<string, { lines: number; broken: boolean }>()
  private readonly grown = new Map<LocalDate, Map<string, Growth>>()
  private readonly sum = { answers: 0, lines: 0, sealed: 0, unsealed: 0, erased: 0, silent: 0 }

  add(ticket: Audited) {
    const { number, history } = ticket
    if (this.tickets.has(number)) return void this.breaks.push({ kind: 'twice', number, seq: 1 })
    const { sealed, unsealed, erased, fault } = verifyChain(ticket, hash)
    this.tickets.set(number, { lines: history.length, broken: fault !== undefined })
    this.sum.lines += history.length
    this.sum.sealed += sealed
    this.sum.unsealed += unsealed
    this.sum[ticket.wordless ? 'silent' : 'erased'] += erased
    const unproven = ticket.evaluations && lineWithoutAnswers(history, ticket.evaluations, hash)
    if (unproven && !fault) this.breaks.push({ kind: 'answers', number, seq: unproven.seq })
    this.sum.answers += ticket.evaluations ? history.filter(({ proof }) => proof).length : 0
    if (fault) return void this.breaks.push({ number, ...fault })
    for (const { day, growth } of growthOf(ticket, hash)) this.of(day).set(number, growth)
  }

  /** Days on which something grew: what should have been published. */
  daysGrown(): LocalDate[] {
    return [...this.grown.keys()].sort()
  }

  /** @param known digests that somebody copied, by day. */
  check(published: readonly PublishedDay[], known: ReadonlyMap<LocalDate, string> = new Map()): AuditResult {
    const days = [...published].sort((one, other) => (one.digest.day < other.digest.day ? -1 : 1))
    const dates = days.map(({ digest }) => digest.day)
    if (days.length > 0) for (const day of this.daysMissing(dates)) this.breaks.push({ kind: 'dayGone', day })
    let before: DayDigest | undefined
    for (const day of days) {
      this.checkDay(day, before)
      before = day.digest
    }
    for (const [day, digest] of known)
      if (days.find((one) => one.digest.day === day)?.digest.digest !== digest)
        this.breaks.push({ kind: 'dayReplaced', day })
    const last = dates.at(-1)
    return {
      tickets: this.tickets.size,
      ...this.sum,
      days: days.length,
      ...(dates[0] && { first: dates[0] }),
      ...(last && { last }),
      unpublished: this.daysGrown()
        .filter((day) => day > (last ?? ''))
        .reduce((sum, day) => sum + [...this.of(day).values()].reduce((all, { added }) => all + added, 0), 0),
      breaks: this.breaks,
      facts: 0,
    }
  }

  /** A day's digest comes soon after its midnight: on the day after that one it must be there. */
  private daysMissing(dates: readonly LocalDate[]): LocalDate[] {
    const grown = this.daysGrown()
    const from = [grown[0], dates[0]].filter((day) => day !== undefined).sort()[0] ?? ''
    const newest = addDays(grown.at(-1) ?? from, -2)
    const to = [newest, dates.at(-1) ?? ''].sort().at(-1) ?? ''
    const missing: LocalDate[] = []
    for (let day = from; day <= to; day = addDays(day, 1)) if (!dates.includes(day)) missing.push(day)
    return missing
  }

  private checkDay({ digest, growths }: PublishedDay, before: DayDigest | undefined) {
    const { day } = digest
    if (ownDigest(digest, hash) !== digest.digest) return void this.breaks.push({ kind: 'dayAltered', day })
    if (digest.previous !== (before?.digest ?? '')) return void this.breaks.push({ kind: 'dayUnlinked', day })
    if (growths && digestOf(day, growths, before, hash).digest !== digest.digest)
      return void this.breaks.push({ kind: 'growthsAltered', day })
    if (growths) return this.compare(day, growths)
    const ours = digestOf(day, [...this.of(day).values()], before, hash)
    if (ours.digest !== digest.digest) this.breaks.push({ kind: 'dayDiffers', day })
  }

  /** Names each ticket that is not what was published; each once, by its first day. */
  private compare(day: LocalDate, growths: readonly Growth[]) {
    const ours = this.of(day)
    for (const { number, lines, added, leaf } of growths) {
      const ticket = this.tickets.get(number)
      if (!ticket) {
        this.tickets.set(number, { lines: 0, broken: true })
        this.breaks.push({ kind: 'ticketGone', number, seq: 1, day })
      } else if (!ticket.broken && ours.get(number)?.leaf !== leaf) {
        const short = ticket.lines < lines
        // The day's code holds its last line: which of its lines is not as it was, the first of them must stand for.
        const seq = Math.min(lines - added, ticket.lines) + 1
        this.differs({ kind: short ? 'truncated' : 'rewritten', number, seq, day })
      }
    }
    const told = new Set(growths.map(({ number }) => number))
    for (const [number, { lines, added }] of ours)
      if (!told.has(number) && !this.tickets.get(number)?.broken)
        this.differs({ kind: 'backdated', number, seq: lines - added + 1, day })
  }

  private differs(one: Extract<Break, { kind: 'truncated' | 'rewritten' | 'backdated' }>) {
    const ticket = this.tickets.get(one.number)
    if (ticket) ticket.broken = true
    this.breaks.push(one)
  }

  private of(day: LocalDate): Map<string, Growth> {
    const known = this.grown.get(day) ?? new Map<string, Growth>()
    this.grown.set(day, known)
    return known
  }
}
