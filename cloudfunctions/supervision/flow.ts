import { z } from 'zod'
import type { FlowId, FlowOutput } from '../../typings/contract/supervision'
import { indexDirectory } from '../domain/routing/index-directory'
import type { Counter } from '../domain/statistics/counters'
import type { Sheet } from '../domain/statistics/sheet'
import { spanBefore } from '../domain/statistics/span'
import { operation } from '../platform/operation'
import { guardReader, keptOver, keyAsked, scopeShape, spanAsked, spanShape, sumsBy } from './counted'
import { namedOf } from './named'

/** 漏斗 from the call to the caller who says that it is solved. */
const stages: readonly { id: FlowId; name: string; counter: Counter }[] = [
  { id: 'calls', name: '来件', counter: 'calls' },
  { id: 'dispatched', name: '派单', counter: 'tickets' },
  { id: 'acknowledged', name: '签收', counter: 'acknowledged' },
  { id: 'contacted', name: '先行联系', counter: 'firstContacted' },
  { id: 'answered', name: '答复', counter: 'outcomes' },
  { id: 'heard', name: '回访成功', counter: 'callbackValid' },
  { id: 'solved', name: '群众说解决了', counter: 'solved' },
]

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
      funnel: stages.map(({ id, name, counter }) => ({ id, name, count: sum?.counts[counter] ?? 0 })),
      heat: Object.entries(streets)
        .filter(([id]) => input.streetId === undefined || id === input.streetId)
        .flatMap(([id, { hours }]) =>
          hours ? [{ streetId: id, name: namedOf('street', id, index).name, hours }] : [],
        ),
      callsBefore: before?.counts.calls ?? 0,
    }
  },
})
