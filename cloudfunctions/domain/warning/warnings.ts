import type { Directory } from '../../../typings/contract/directory'
import type { FigureQuery, FigureScope, Warning, WarningKind } from '../../../typings/contract/supervision'
import type { LocalDate, Timestamp } from '../../../typings/contract/time'
import { addDays, localTime, weekday } from '../calendar/local-time'
import { indexDirectory } from '../routing/index-directory'
import type { Fact } from '../statistics/fact'
import { addSums } from '../statistics/sheet'
import { uncoveredYear, withoutContact } from './from-directory'
import { gradeBursts, repeatedMatters } from './from-facts'
import {
  driftingLate,
  type Finding,
  gradesAboveClass,
  type PastDays,
  pastDays,
  recentDays,
  surges,
} from './from-sums'

export interface Evidence {
  directory: Directory
  /** The day that has just ended; the last of `past.days`. */
  day: LocalDate
  at: Timestamp
  past: PastDays
  /** Evaluations of the day. */
  evaluations: readonly Fact[]
  /** Calls of the last five weeks. */
  calls: readonly Pick<Fact, 'areaId' | 'serviceCode' | 'day'>[]
}

/** Everything that somebody should look at this morning, in words. */
export function warningsOf(evidence: Evidence): Warning[] {
  const { directory, day, past, evaluations, calls } = evidence
  const { departments, areas, services } = indexDirectory(directory)
  const weekAgo = addDays(day, 1 - recentDays)
  const department = (id: string) => departments.get(id)?.name ?? id
  const named = ({ dimension, key }: Finding) =>
    dimension === 'department'
      ? department(key)
      : ((dimension === 'street' ? areas.get(key)?.name : services.get(key)?.name) ?? '未定')
  const raise = (
    kind: WarningKind,
    scope: FigureScope,
    subject: string,
    text: string,
    query?: FigureQuery,
  ): Warning => ({
    _id: `${kind}:${subject}:${mondayOf(day)}`,
    kind,
    scope,
    day,
    at: evidence.at,
    text,
    ...(query && { query: { ...scope, ...query } }),
  })
  const week = { from: weekAgo, to: day }
  const unit = (departmentId: string) => ({ departmentId })
  const perDay = (departmentId: string) => {
    const days = past.sheets.department.slice(-1 - pastDays, -1)
    const { verySatisfied = 0 } = addSums(days.flatMap((sheet) => sheet[departmentId] ?? [])).counts
    return verySatisfied / Math.max(1, days.length)
  }
  const year = uncoveredYear(directory, day)
  return [
    ...driftingLate(past).map((found) =>
      raise(
        'driftingLate',
        unit(found.key),
        found.key,
        `${named(found)}最近一周按时办结率 ${percent(found.seen)}，前四周是 ${percent(found.usual)}，在往下走。`,
        { figure: 'repliedInTime', part: 'rest', ...week },
      ),
    ),
    ...surges(past).map((found) =>
      raise(
        'surge',
        found.dimension === 'street' ? { streetId: found.key } : { serviceCode: found.key },
        `${found.dimension}:${found.key}`,
        `“${named(found)}”${day} 来件 ${found.seen} 件，平常一天约 ${found.usual.toFixed(1)} 件，突然增多。`,
        { figure: 'calls', from: day, to: day },
      ),
    ),
    ...repeatedMatters(
      calls.filter((call) => call.day >= weekAgo),
      calls.filter((call) => call.day < weekAgo),
    ).map(({ areaId, serviceCode, seen, usual }) =>
      raise(
        'repeatedMatter',
        { serviceCode },
        `${areaId}:${serviceCode}`,
        `${areas.get(areaId)?.name ?? areaId}一周内有 ${seen} 件“${services.get(serviceCode)?.name ?? '未定类别'}”，平常一周约 ${usual.toFixed(1)} 件，可能是同一件事没有办好。`,
        { figure: 'calls', areaId, ...week },
      ),
    ),
    ...gradeBursts(evaluations, perDay).map(({ departmentId, from, seen }) =>
      raise(
        'gradeBurst',
        unit(departmentId),
        departmentId,
        `${department(departmentId)} ${day} ${localTime(from)} 起一小时内收到 ${seen} 个“非常满意”，请抽几件再回访。`,
        { figure: 'satisfaction', part: 'numerator', from: day, to: day },
      ),
    ),
    ...gradesAboveClass(past, (id) => departments.get(id)?.class).map((found) =>
      raise(
        'gradesAboveClass',
        unit(found.key),
        found.key,
        `${named(found)}五周来“非常满意”占 ${percent(found.seen)}，同类单位是 ${percent(found.usual)}，高出很多，请抽几件再回访。`,
        { figure: 'satisfaction', part: 'numerator', from: addDays(day, 1 - recentDays - pastDays), to: day },
      ),
    ),
    ...withoutContact(directory).map((departmentId) =>
      raise(
        'missingContact',
        unit(departmentId),
        departmentId,
        `${department(departmentId)}没有在岗的民呼回应专员，派给它的工单没有人接。`,
      ),
    ),
    ...(year
      ? [
          raise(
            'uncoveredYear',
            {},
            year.year,
            `时限已经算到 ${year.year} 年，这一年的放假和调休安排还没有录入，碰到它的时限只是暂定的。`,
          ),
        ]
      : []),
  ]
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`

const sinceMonday = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 }

const mondayOf = (day: LocalDate): LocalDate => addDays(day, -sinceMonday[weekday(day)])
