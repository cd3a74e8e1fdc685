import { z } from 'zod'
import type { OpenRatesOutput } from '../../typings/contract/supervision'
import { rateSheet } from '../domain/statistics/rates'
import { rulesOf } from '../domain/ticket/rules'
import { operation } from '../platform/operation'
import { keptSum, spanAsked } from './counted'

/** 全区各项率,谁都能看:有分子、分母,剔除以后的;不分单位,不排名。 */
export const openRates = operation('supervision.openRates', {
  forAnybody: true,
  input: z.object({}),
  async run(context): Promise<OpenRatesOutput> {
    const span = spanAsked(context)
    const { counts, excluded } = await keptSum(context, span)
    const { openData } = context.directory.settings
    const { before, after, openOverdue, invalidCallbacks } = rateSheet(
      counts,
      excluded,
      rulesOf(context.directory).profile,
    )
    return {
      ...span,
      asOf: context.now,
      before: before.rates,
      after: after.rates,
      openOverdue,
      invalidCallbacks,
      ...(openData && { openDataUrl: openData.url }),
    }
  },
})
