import { z } from 'zod'
import type { RatesOutput } from '../../typings/contract/supervision'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { localDate } from '../domain/calendar/local-time'
import { rollUp, ratesOfRollups } from '../domain/statistics/rollup'
import { periodOf } from '../domain/statistics/period'
import { rulesOf } from '../domain/ticket/rules'
import { operation } from '../platform/operation'
import { factsOfDay, rollupsBetween } from '../platform/stores/fact-store'

const localDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** 各项率:分子、分母、剔除前后;已汇总的天加上今天的实时。 */
export const rates = operation('supervision.rates', {
  input: z.object({ from: localDay.optional(), to: localDay.optional() }),
  async run({ input, caller, directory, now }): Promise<RatesOutput> {
    const allowed = caller.actors.some(({ role }) => ['supervisor', 'leader', 'dispatcher'].includes(role))
    if (!allowed) refuse('NOT_ALLOWED')
    const { profile } = rulesOf(directory)
    const today = localDate(now)
    const period = periodOf(today, profile.assessmentStartsOn)
    const from = input.from ?? period.from
    const to = input.to ?? period.to
    if (from > to) refuse('INVALID_INPUT', 'input.to')

    const rolled = (await rollupsBetween(from, to)).filter(({ day }) => day !== today)
    const live = from <= today && today <= to ? rollUp(await factsOfDay(today)) : []
    const rows = [...rolled, ...live]
    const { departments } = indexDirectory(directory)
    const ids = [...new Set(rows.map(({ departmentId }) => departmentId))].sort()
    return {
      from,
      to,
      asOf: now,
      all: ratesOfRollups(rows, profile),
      departments: ids.map((departmentId) => ({
        departmentId,
        name: departments.get(departmentId)?.name ?? departmentId,
        class: departments.get(departmentId)?.class ?? 'department',
        sheet: ratesOfRollups(
          rows.filter((row) => row.departmentId === departmentId),
          profile,
        ),
      })),
    }
  },
})
