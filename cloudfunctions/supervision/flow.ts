import { z } from 'zod'
import type { FlowOutput } from '../../typings/contract/supervision'
import { indexDirectory } from '../domain/routing/index-directory'
import { funnelOf } from '../domain/statistics/funnel'
import type { Sheet } from '../domain/statistics/sheet'
import { spanBefore } from '../domain/statistics/span'
import { operation } from '../platform/operation'
import { guardReader, keptOver, keyAsked, scopeShape, spanAsked, spanShape, sumsBy } from './counted'
import { namedOf } from '../platform/named'

const noSheet: Sheet = {}

/** 流量:各环节件数(各算在发生的那天),来件按街道和钟点的热力。 */
export const flow = operation('supervision.flow', {
  input: z.object({ ...spanShape, ...scopeShape }),
  async run(context): Promise<FlowOutput> {
    guardReader(context)
    const { input, directory, now } = context
    const span = spanAsked(context)
    const { dimension } = keyAsked(input)
    const byPlace = dimension === 'district' || dimension === 'street'
    const [[sum, before], streets] = await Promise.all([
      keptOver(context, [span, spanBefore(span)]),
      byPlace ? sumsBy('street', span, context) : noSheet,
    ])
    const index = indexDirectory(directory)
    return {
      ...span,
      asOf: now,
      funnel: funnelOf(sum?.counts ?? {}),
      heat: Object.entries(streets)
        .filter(([id]) => input.streetId === undefined || id === input.streetId)
        .flatMap(([id, { hours }]) =>
          hours ? [{ streetId: id, name: namedOf('street', id, index).name, hours }] : [],
        ),
      callsBefore: before?.counts.calls ?? 0,
    }
  },
})
