import type { Database } from '../../local/cloudbase/database/create-database'
import type { Directory } from '../../typings/contract/directory'
import { addDays, localDate, startOfDay } from '../../cloudfunctions/domain/calendar/local-time'
import type { Counts } from '../../cloudfunctions/domain/statistics/counters'
import {
  addSheets,
  addSums,
  dimensions,
  packSum,
  type Sheet,
  type Sheets,
  type Sum,
} from '../../cloudfunctions/domain/statistics/sheet'
import { segmentOf, type Span } from '../../cloudfunctions/domain/statistics/span'
import { type OpenTicket, standingOf } from '../../cloudfunctions/domain/statistics/standing'

export interface Load {
  tickets: number
  perDay: number
}

/** mulberry32: the same district in every run. */
function randomness(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/**
 * Fills a store with what years of work leave behind: tickets, the facts of their reply clocks, and the sums that the
 * scheduler would have kept. Directly, since a million calls through the functions would take days. Texts are short: what
 * is measured reads none.
 */
export function fillBigDistrict(database: Database, directory: Directory, load: Load, now: number): void {
  const random = randomness(7)
  const services = directory.services.map(({ code }) => code)
  const grids = directory.areas.filter(({ level }) => level === 'grid')
  const departments = directory.departments.map(({ _id }) => _id)
  const length = Math.ceil(load.tickets / load.perDay)
  const firstDay = addDays(localDate(now), -length)
  const openFrom = now - 6 * 86_400_000
  const open: OpenTicket[] = []

  function* tickets() {
    for (let n = 0; n < load.tickets; n++) {
      const submittedAt = submittedOf(n)
      const isOpen = submittedAt > openFrom
      const ticket = {
        _id: `t${String(n).padStart(7, '0')}`,
        number: `N${n}`,
        version: 3,
        status: isOpen
          ? (['dispatched', 'acknowledged', 'replied'] as const)[random(3)]!
          : ('closed' as const),
        kind: 'help',
        subject: '路灯不亮',
        serviceCode: services[random(services.length)]!,
        limitClass: 'general',
        place: { areaId: '', path: [] as readonly string[] },
        lead: { departmentId: departments[random(departments.length)]!, postId: 'p', stint: 1 },
        nextStep: isOpen
          ? (['acknowledge', 'contactResident', 'reply'] as const)[random(3)]!
          : ('none' as const),
        centreTasks: [],
        coTasks: [],
        caller: { alias: `a${random(load.tickets)}` },
        submittedAt,
        updatedAt: submittedAt,
        ...(isOpen && { nextDeadlineAt: submittedAt + random(10) * 86_400_000 }),
      }
      const grid = grids[random(grids.length)]!
      ticket.place = { areaId: grid._id, path: grid.path }
      if (isOpen) open.push(ticket as unknown as OpenTicket)
      yield ticket
    }
  }
  const submittedOf = (n: number) =>
    startOfDay(addDays(firstDay, Math.floor(n / load.perDay))) +
    Math.floor(((n % load.perDay) / load.perDay) * 86_400_000)

  function* facts() {
    for (let n = 0; n < load.tickets; n++) {
      const at = submittedOf(n)
      const ticketId = `t${String(n).padStart(7, '0')}`
      yield {
        _id: `${ticketId}:clock:reply:1`,
        ticketId,
        departmentId: departments[random(departments.length)],
        areaId: grids[random(grids.length)]!._id,
        serviceCode: services[random(services.length)],
        kind: 'clock',
        clockKind: 'reply',
        stint: 1,
        dueAt: at,
        result: random(10) === 0 ? 'breached' : 'met',
        at,
        recordedAt: at,
        day: localDate(at),
      }
    }
  }

  database.fill('tickets', tickets())
  database.fill('facts', facts())
  fillSums(database, directory, load, { firstDay, length }, random)
  database.fill('standing', [
    { _id: 'now', asOf: now, weight: 10_000_000, standing: standingOf(open, now) as never },
  ])
}

function fillSums(
  database: Database,
  directory: Directory,
  { perDay }: Load,
  { firstDay, length }: { firstDay: string; length: number },
  random: (below: number) => number,
) {
  const keys = {
    department: directory.departments.map(({ _id }) => _id),
    street: directory.areas.filter(({ level }) => level === 'street').map(({ _id }) => _id),
    service: directory.services.map(({ code }) => code),
  }
  const today = addDays(firstDay, length)
  const sheets: object[] = []
  const series = new Map<string, Record<string, string>>()
  const keep = (span: Span, made: Sheets, inSeries: boolean) => {
    for (const dimension of dimensions) {
      const rows = Object.fromEntries(
        Object.entries(made[dimension]).map(([key, sum]) => [key, packSum(sum)]),
      )
      sheets.push({
        _id: `${span.from}~${span.to}:${dimension}`,
        from: span.from,
        to: span.to,
        dimension,
        rows,
      })
      if (inSeries)
        for (const [key, packed] of Object.entries(rows)) {
          const id = `${dimension}:${key}`
          const sums = series.get(id) ?? {}
          sums[`${span.from}~${span.to}`] = packed
          series.set(id, sums)
        }
    }
  }
  let segment: Span | undefined
  let days: Sheets[] = []
  const endSegment = () => {
    if (!segment) return
    const sum = (dimension: keyof Sheets) => addSheets(days.map((one) => one[dimension]))
    keep(
      segment,
      {
        district: sum('district'),
        department: sum('department'),
        street: sum('street'),
        service: sum('service'),
      },
      true,
    )
  }
  for (let n = 0; n <= length; n++) {
    const day = addDays(firstDay, n)
    const next = segmentOf(day, 1)
    if (next.from !== segment?.from) {
      endSegment()
      segment = next
      days = []
    }
    const sheetOf = (ids: readonly string[], hours: boolean): Sheet =>
      Object.fromEntries(ids.map((id) => [id, someSum(Math.ceil((2 * perDay) / ids.length), hours, random)]))
    const street = sheetOf(keys.street, true)
    const made: Sheets = {
      district: { all: addSums(Object.values(street)) },
      department: sheetOf(keys.department, false),
      street,
      service: sheetOf(keys.service, false),
    }
    keep({ from: day, to: day }, made, n >= length - 100 && day < today)
    if (day < today) days.push(made)
  }
  endSegment()
  database.fill('sum_sheets', sheets as never)
  database.fill('sum_series', [...series].map(([_id, sums]) => ({ _id, sums })) as never)
}

/** A unit's day of up to `most` calls, every counter used: no row is longer in life. */
function someSum(most: number, hours: boolean, random: (below: number) => number): Sum {
  const calls = random(most + 1)
  const part = () => random(calls + 1)
  const counts: Counts = {
    calls,
    tickets: calls,
    dispatches: calls,
    acknowledgeDue: calls,
    acknowledgeMet: part(),
    acknowledged: part(),
    firstContactDue: calls,
    firstContactMet: part(),
    firstContacted: part(),
    replyDue: calls,
    replyMet: part(),
    replyOpen: part(),
    replies: calls,
    outcomes: calls,
    takenMinutes: calls * 2_345,
    promisedMinutes: calls * 7_200,
    onTheSpot: part(),
    coTaskDue: part(),
    coTaskMet: part(),
    whistleDue: part(),
    whistleMet: part(),
    callbackDue: calls,
    callbackValid: part(),
    evaluations: part(),
    contacted: part(),
    solved: part(),
    verySatisfied: part(),
    satisfied: part(),
    fairlySatisfied: part(),
    dissatisfied: part(),
    returns: part(),
    reworks: part(),
  }
  return {
    counts,
    excluded: { replyDue: part() },
    ...(hours && { hours: Array.from({ length: 24 }, () => random(most)) }),
  }
}
