import { z } from 'zod'
import type { CompareOutput } from '../../typings/contract/supervision'
import { indexDirectory } from '../domain/routing/index-directory'
import { compare as compareUnits } from '../domain/statistics/compare'
import { kpis, methodVersion } from '../domain/statistics/kpis'
import { rateSheet } from '../domain/statistics/rates'
import { rulesOf } from '../domain/ticket/rules'
import { operation } from '../platform/operation'
import { guardReader, keptSum, spanAsked, spanShape, sumsBy } from './counted'
import { namedOf } from '../platform/named'

/** 分单位、分街道、分类别比较:只在同类、同量之间排名,样本少的不排。 */
export const compare = operation('supervision.compare', {
  input: z.object({ ...spanShape, by: z.enum(['department', 'street', 'service']) }),
  async run(context): Promise<CompareOutput> {
    guardReader(context)
    const { input, directory, now } = context
    const { profile } = rulesOf(directory)
    const span = spanAsked(context)
    const index = indexDirectory(directory)
    const [sheet, all] = await Promise.all([
      sumsBy(input.by, span, context),
      keptSum({ ...context, input: {} }, span),
    ])
    const units = Object.entries(sheet).map(([id, sum]) => ({ ...namedOf(input.by, id, index), sum }))
    return {
      ...span,
      asOf: now,
      methodVersion,
      by: input.by,
      kpis: kpis.map(({ id, name, form }) => ({ id, name, form })),
      all: rateSheet(all.counts, all.excluded, profile),
      rows: compareUnits(units, profile),
    }
  },
})
