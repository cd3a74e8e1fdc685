import { z } from 'zod'
import type { PublishedOutput } from '../../typings/contract/supervision'
import { figureDay } from '../domain/statistics/figure-day'
import { periodBefore, periodOf } from '../domain/statistics/period'
import { rateSheet } from '../domain/statistics/rates'
import { unpackSum, wholeDistrict } from '../domain/statistics/sheet'
import { rulesOf } from '../domain/ticket/rules'
import { operation } from '../platform/operation'
import { type Rows, snapshotOf } from '../platform/stores/snapshot-store'
import { guardReader, spanShape } from './counted'

/** 已公布的一期:方法版本、截至时间、当时的数字,和此后标明日期的更正。 */
export const published = operation('supervision.published', {
  input: z.object({ day: spanShape.from }),
  async run(context): Promise<PublishedOutput> {
    guardReader(context)
    const { input, directory, now } = context
    const { profile } = rulesOf(directory)
    const startsOn = profile.assessmentStartsOn
    const present = periodOf(figureDay(now), startsOn)
    const period = input.day === undefined ? periodBefore(present, startsOn) : periodOf(input.day, startsOn)
    const snapshot = await snapshotOf(period)
    const { from, to } = period
    if (!snapshot) return { from, to, corrections: [] }
    const sheet = (rows: Rows) => {
      const packed = new Map(rows).get(`district:${wholeDistrict}`)
      if (packed === undefined) return undefined
      const { counts, excluded } = unpackSum(packed)
      return rateSheet(counts, excluded, profile)
    }
    const all = sheet(snapshot.rows)
    return {
      from,
      to,
      methodVersion: snapshot.methodVersion,
      asOf: snapshot.asOf,
      ...(all && { all }),
      corrections: snapshot.corrections.flatMap(({ at, rows }) => {
        const corrected = sheet(rows)
        return corrected ? [{ at, all: corrected }] : []
      }),
    }
  },
})
