import { z } from 'zod'
import type { RatesOutput } from '../../typings/contract/supervision'
import { indexDirectory } from '../domain/routing/index-directory'
import { rateSheet } from '../domain/statistics/rates'
import { rulesOf } from '../domain/ticket/rules'
import { operation } from '../platform/operation'
import { guardReader, keptSum, spanAsked, spanShape, sumsBy } from './counted'

/** 各项率:分子、分母、剔除前后;全区和各承办单位。 */
export const rates = operation('supervision.rates', {
  input: z.object(spanShape),
  async run(context): Promise<RatesOutput> {
    guardReader(context)
    const { directory, now } = context
    const span = spanAsked(context)
    const { profile } = rulesOf(directory)
    const { departments } = indexDirectory(directory)
    const [all, sheet] = await Promise.all([
      keptSum({ ...context, input: {} }, span),
      sumsBy('department', span, context),
    ])
    return {
      ...span,
      asOf: now,
      all: rateSheet(all.counts, all.excluded, profile),
      departments: Object.entries(sheet).map(([departmentId, { counts, excluded }]) => ({
        departmentId,
        name: departments.get(departmentId)?.name ?? departmentId,
        class: departments.get(departmentId)?.class ?? 'department',
        sheet: rateSheet(counts, excluded, profile),
      })),
    }
  },
})
