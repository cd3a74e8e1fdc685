import type { DepartmentClass } from '../../../typings/contract/directory'
import type { LocalDate } from '../../../typings/contract/time'
import type { Counts } from '../statistics/counters'
import { addSums, type Dimension, type Sheet } from '../statistics/sheet'
import { countScore, type Share, shareScore } from './tests'

/** Sums of the days up to the one that is looked at, oldest first. */
export interface PastDays {
  days: readonly LocalDate[]
  sheets: Readonly<Record<Exclude<Dimension, 'district'>, readonly Sheet[]>>
}

export interface Finding {
  dimension: Exclude<Dimension, 'district'>
  key: string
  /** What was seen, and what was to be expected. */
  seen: number
  usual: number
}

/** Days of the present, and of the past that it is held against [S]. */
export const recentDays = 7
export const pastDays = 28

const countsOver = (sheets: readonly Sheet[], key: string): Counts =>
  addSums(sheets.flatMap((sheet) => sheet[key] ?? [])).counts

const keysOf = (sheets: readonly Sheet[]) =>
  [...new Set(sheets.flatMap((sheet) => Object.keys(sheet)))].sort()

const split = (sheets: readonly Sheet[]) => ({
  recent: sheets.slice(-recentDays),
  past: sheets.slice(-recentDays - pastDays, -recentDays),
})

/** Least replies due in a week, and the fall in points, before a department is said to drift [S]. */
const drift = { due: 10, fall: 0.1, score: 3 }

/** 承办单位按时办结率在下滑: the last week against the four weeks before. */
export function driftingLate({ sheets }: PastDays): Finding[] {
  const { recent, past } = split(sheets.department)
  return keysOf(recent).flatMap((key) => {
    const now = repliesOf(countsOver(recent, key))
    const before = repliesOf(countsOver(past, key))
    const fall = before.met / before.of - now.met / now.of
    if (now.of < drift.due || before.of < drift.due || fall < drift.fall) return []
    if (shareScore(before, now) < drift.score) return []
    return [{ dimension: 'department', key, seen: now.met / now.of, usual: before.met / before.of }]
  })
}

const repliesOf = ({ replyMet = 0, replyDue = 0 }: Counts): Share => ({ met: replyMet, of: replyDue })

/** Least calls beyond the usual, and standard deviations above it, for a surge; days with calls before there is a usual [S]. */
const surge = { more: 8, score: 5, days: recentDays }

/** 某类诉求、某街道来件突增: the last day against the four weeks before. */
export function surges({ sheets }: PastDays): Finding[] {
  return (['service', 'street'] as const).flatMap((dimension) => {
    const days = sheets[dimension]
    const today = days.at(-1)
    if (!today) return []
    const past = days.slice(-1 - pastDays, -1)
    // Weekends and holidays are quieter for everybody: each day's counts are brought to today's level first.
    const totals = past.map(callsOf)
    if (totals.filter((total) => total > 0).length < surge.days) return []
    const level = past.length === 0 ? 0 : totals.reduce((sum, n) => sum + n, 0) / past.length
    const factor = level === 0 ? 1 : callsOf(today) / level
    const toToday = totals.map((total) => (total === 0 ? 1 : (level / total) * factor))
    return Object.entries(today).flatMap(([key, { counts }]) => {
      const before = past.map((sheet, i) => (sheet[key]?.counts.calls ?? 0) * toToday[i]!)
      const seen = counts.calls ?? 0
      const usual = before.reduce((sum, n) => sum + n, 0) / Math.max(1, before.length)
      const isSurge = seen >= usual + surge.more && countScore(seen, before) >= surge.score
      return isSurge ? [{ dimension, key, seen, usual }] : []
    })
  })
}

const callsOf = (sheet: Sheet) =>
  Object.values(sheet).reduce((sum, { counts }) => sum + (counts.calls ?? 0), 0)

/** Least evaluations, and how far above its class a unit's satisfaction has to lie [S]. */
const praise = { evaluations: 30, above: 0.1, score: 4 }

/** 满意率远高于同类: five weeks against all others of the class. Worth a random second callback. */
export function gradesAboveClass(
  { sheets }: PastDays,
  classOf: (departmentId: string) => DepartmentClass | undefined,
): Finding[] {
  const days = sheets.department.slice(-recentDays - pastDays)
  const keys = keysOf(days)
  const shares = new Map(keys.map((key) => [key, topOf(countsOver(days, key))]))
  return keys.flatMap((key) => {
    const own = shares.get(key)!
    const others = keys.filter((other) => other !== key && classOf(other) === classOf(key))
    const peers = others.reduce<Share>(
      (sum, other) => ({ met: sum.met + shares.get(other)!.met, of: sum.of + shares.get(other)!.of }),
      { met: 0, of: 0 },
    )
    if (own.of < praise.evaluations || peers.of < praise.evaluations) return []
    const above = own.met / own.of - peers.met / peers.of
    if (above < praise.above || shareScore(own, peers) < praise.score) return []
    return [{ dimension: 'department', key, seen: own.met / own.of, usual: peers.met / peers.of }]
  })
}

const topOf = ({ verySatisfied = 0, evaluations = 0 }: Counts): Share => ({
  met: verySatisfied,
  of: evaluations,
})
