import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf, type Growth, growthOf } from '../../../cloudfunctions/domain/audit/day-digest'
import { sealed } from '../../../cloudfunctions/domain/audit/seal'
import type { Audited } from '../../../cloudfunctions/domain/audit/verify-chain'
import { addDays } from '../../../cloudfunctions/domain/calendar/local-time'
import type { Ticket } from '../../../cloudfunctions/domain/ticket/ticket'
import { hash } from '../../../cloudfunctions/platform/sealing'
import { breakWords, resultWords } from '../../../local/audit/break-words'
import { Books, type Break, type PublishedDay } from '../../../local/audit/books'
import type { DayDigest } from '../../../typings/contract/audit'
import { monday } from '../../support/builders'
import { plainSealing, SealedLife } from '../../support/sealed-life'

const day = 86_400_000

/** Three calls on Monday, Tuesday and Thursday; the first and the second are still worked on a week later. */
function aDistrictsTickets(): { tickets: Ticket[]; firstOnMonday: Ticket } {
  const named = (n: number, at: number) => {
    const life = new SealedLife({ at })
    // The seal of another number: as if it had been submitted so.
    const { chain: _chain, seals: _seals, ...plain } = life.ticket
    life.ticket = sealed(undefined, { ...plain, _id: `t${n}`, number: `2026060${n}-ABCDEF-G` }, plainSealing)
    return life
  }
  const first = named(1, monday)
    .do('acknowledge')
    .until(monday + day)
  const firstOnMonday = first.ticket
  first.do('contactResident').until(monday + 2 * day)
  first
    .do('supplement')
    .until(monday + 7 * day)
    .do('reply')
  const second = named(2, monday + day).until(monday + 7 * day)
  const third = named(3, monday + 3 * day)
    .do('acknowledge')
    .do('reply')
  return { tickets: [first, second, third].map(({ ticket }) => ticket), firstOnMonday }
}

/** As the night would: each day after the other, to the end of the last but one. */
function published(tickets: readonly Ticket[], until?: string): PublishedDay[] {
  const byDay = new Map<string, Growth[]>()
  for (const ticket of tickets)
    for (const { day: on, growth } of growthOf(ticket, hash))
      byDay.set(on, [...(byDay.get(on) ?? []), growth])
  const dates = [...byDay.keys()].sort()
  const days: PublishedDay[] = []
  let before: DayDigest | undefined
  for (let on = dates[0]!; on < (until ?? dates.at(-1)!); on = addDays(on, 1)) {
    const growths = byDay.get(on) ?? []
    before = digestOf(on, growths, before, hash)
    days.push({ digest: before, growths })
  }
  return days
}

const audit = (tickets: readonly Ticket[], days: readonly PublishedDay[], known?: Map<string, string>) => {
  const books = new Books()
  for (const ticket of tickets) books.add(ticket as Audited)
  return books.check(days, known)
}

/** The whole chain made anew over another history, with salts of its own: nothing in the ticket tells. */
function rewritten(
  ticket: Ticket,
  change: (history: Ticket['history'][number][]) => Ticket['history'][number][],
): Ticket {
  const { chain: _chain, seals: _seals, ...plain } = ticket
  const history = change(ticket.history.map((line) => ({ ...line }))).map((line, i) => ({
    ...line,
    seq: i + 1,
  }))
  return sealed(undefined, { ...plain, history }, plainSealing)
}

const { tickets, firstOnMonday } = aDistrictsTickets()
const days = published(tickets)
const [one, two, three] = tickets as [Ticket, Ticket, Ticket]
const bare = (all: readonly PublishedDay[]) => all.map(({ digest }) => ({ digest }))

test('what was published fits what is there', () => {
  const result = audit(tickets, days)
  expect(result.breaks).toEqual([])
  expect(result).toMatchObject({ tickets: 3, days: 7, first: '2026-06-01', last: '2026-06-07', unsealed: 0 })
  expect(result.unpublished).toBeGreaterThan(0)
  const last = days.at(-1)!.digest
  expect(last.ticketsEver).toBe(3)
  expect(last.linesEver + result.unpublished).toBe(result.sealed)
  // The list only names what broke: the code alone finds the same.
  expect(audit(tickets, bare(days)).breaks).toEqual([])
})

test('what the day saw is in its digest, and no ticket can be told from it', () => {
  const { digest } = days[0]!
  expect(digest).toMatchObject({ tickets: 1, ticketsEver: 1, previous: '' })
  expect(JSON.stringify(digest)).not.toContain(one.number)
  expect(days[1]!.digest.previous).toBe(digest.digest)
})

describe('what holds together by itself and yet is not what was published', () => {
  const earlier = one.history.filter(({ at }) => at < monday + day).length
  test.each<[string, readonly Ticket[], Partial<Break>]>([
    [
      'a whole ticket gone',
      [one, three],
      { kind: 'ticketGone', number: two.number, day: '2026-06-02' } as Partial<Break>,
    ],
    [
      'cut off with its seals',
      [rewritten(one, (history) => history.slice(0, earlier)), two, three],
      { kind: 'rewritten', number: one.number, day: '2026-06-01' } as Partial<Break>,
    ],
    [
      'cut off, the links before kept',
      [firstOnMonday, two, three],
      { kind: 'truncated', number: one.number, seq: earlier + 1, day: '2026-06-02' } as Partial<Break>,
    ],
    [
      'written anew with a better time',
      [one, rewritten(two, (history) => history.map((line) => ({ ...line, at: line.at - 60_000 }))), three],
      { kind: 'rewritten', number: two.number, seq: 1, day: '2026-06-02' } as Partial<Break>,
    ],
    [
      'a ticket that was never there, dated back',
      [
        one,
        two,
        three,
        rewritten({ ...three, _id: 't4', number: '20260604-ZZZZZZ-G' }, (history) => history),
      ],
      { kind: 'backdated', number: '20260604-ZZZZZZ-G', seq: 1, day: '2026-06-04' } as Partial<Break>,
    ],
    ['a ticket there twice', [one, two, three, one], { kind: 'twice', number: one.number } as Partial<Break>],
  ])('%s', (_what, dump, expected) => {
    expect(audit(dump, days).breaks).toEqual([expect.objectContaining(expected)])
    if (expected.kind === 'twice') return
    // Without the list: found all the same, on the day on which it shows.
    const [found] = audit(dump, bare(days)).breaks
    expect(found).toEqual({ kind: 'dayDiffers', day: (expected as { day: string }).day })
  })
})

describe('the published days themselves', () => {
  const without = (n: number) => days.filter((_day, i) => i !== n)
  const changed = (n: number, change: Partial<DayDigest>) =>
    days.map((other, i) => (i === n ? { ...other, digest: { ...other.digest, ...change } } : other))
  test.each<[string, readonly PublishedDay[], Partial<Break>]>([
    ['one missing in between', without(2), { kind: 'dayGone', day: '2026-06-03' }],
    ['the first missing', without(0), { kind: 'dayGone', day: '2026-06-01' }],
    ['the last ones missing', days.slice(0, 5), { kind: 'dayGone', day: '2026-06-06' }],
    ['another count', changed(1, { lines: 1 }), { kind: 'dayAltered', day: '2026-06-02' }],
    ['another root', changed(1, { root: hash(['x']) }), { kind: 'dayAltered', day: '2026-06-02' }],
    [
      'a list that was changed',
      days.map((other, i) => (i === 1 ? { ...other, growths: [] } : other)),
      { kind: 'growthsAltered', day: '2026-06-02' },
    ],
  ])('%s', (_what, left, expected) => expect(audit(tickets, left).breaks[0]).toEqual(expected))

  test('all of them made anew over a rewritten history: a copy of any one later code tells', () => {
    const forged = [one, rewritten(two, (history) => history.slice(0, 2)), three]
    const anew = published(forged)
    expect(audit(forged, anew).breaks).toEqual([])
    const known = new Map([['2026-06-05', days[4]!.digest.digest]])
    expect(audit(forged, anew, known).breaks).toEqual([{ kind: 'dayReplaced', day: '2026-06-05' }])
    expect(audit(tickets, days, known).breaks).toEqual([])
  })
})

test('whatever single thing is done to any ticket’s published part is found, and the ticket named', () => {
  const untilSunday = monday + 6 * day
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 2),
      fc.nat(),
      fc.constantFrom('alter', 'delete', 'truncate', 'swap', 'sayOther', 'remove'),
      fc.boolean(),
      (which, place, how, whole) => {
        const victim = tickets[which]!
        const publishedLines = victim.history.filter(({ at }) => at < untilSunday).length
        // To swap there must be a line after it.
        const i = Math.min(place % publishedLines, victim.history.length - 2)
        const change = (history: Ticket['history'][number][]) => {
          if (how === 'alter') history[i]!.at += 1
          else if (how === 'sayOther') history[i]!.text = `${history[i]!.text ?? ''}。`
          else if (how === 'delete') history.splice(i, 1)
          else if (how === 'truncate') history.splice(Math.max(i, 1))
          else if (how === 'swap') history.splice(i, 2, ...history.slice(i, i + 2).reverse())
          return history
        }
        const copy = structuredClone(victim)
        const other = whole ? rewritten(victim, change) : { ...copy, history: change([...copy.history]) }
        const dump = tickets.map((ticket) => (ticket === victim ? other : ticket))
        const { breaks } = audit(how === 'remove' ? dump.filter((ticket) => ticket !== other) : dump, days)
        expect(breaks).toHaveLength(1)
        const [found] = breaks as (Break & { number: string; seq: number })[]
        expect(found?.number).toBe(victim.number)
        // By itself the line; of a consistent rewrite the first line of the day on which it shows.
        if (!whole && how !== 'remove') expect(found?.seq).toBe((how === 'truncate' ? Math.max(i, 1) : i) + 1)
        else expect(found?.seq).toBeLessThanOrEqual(Math.max(i, 1) + 1)
      },
    ),
    { numRuns: 200 },
  )
})

test('erasures break nothing, on whatever day they come', () => {
  const life = new SealedLife()
    .do('supplement')
    .do('withdraw')
    .until(monday + 8 * day)
  const before = published([life.ticket, two], '2026-06-09')
  life.do('erase')
  expect(audit([life.ticket, two], before)).toMatchObject({
    breaks: [],
    erased: expect.any(Number) as number,
  })
  expect(audit([life.ticket, two], before).erased).toBeGreaterThan(2)
})

test('what is found is told in plain sentences', () => {
  const [found] = audit([one, three], days).breaks
  expect(breakWords(found!)).toMatch(/^20260602-ABCDEF-G 第 1 行（2026-06-02）：整件诉求不见了/)
  const words = resultWords(audit(tickets, days))
  expect(words[0]).toMatch(
    /^3 件，\d+ 行，其中 0 行的话已由本人删除；公布的校验码 7 天（2026-06-01 – 2026-06-07）。$/,
  )
  expect(resultWords(audit(tickets, [])).join()).toContain('没有公布的校验码可以对照')
})
