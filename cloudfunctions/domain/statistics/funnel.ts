import type { FlowId, FlowOutput } from '../../../typings/contract/supervision'
import type { Counter, Counts } from './counters'

/** 漏斗, in the words of the page (oversight/terms.ts), from the call to the caller who says that it is solved; each counted on the day it happened. */
const stages: readonly { id: FlowId; name: string; counter: Counter }[] = [
  { id: 'calls', name: '群众提出', counter: 'calls' },
  { id: 'dispatched', name: '派出', counter: 'tickets' },
  { id: 'acknowledged', name: '签收', counter: 'acknowledged' },
  { id: 'contacted', name: '先行联系', counter: 'firstContacted' },
  { id: 'answered', name: '答复', counter: 'outcomes' },
  { id: 'heard', name: '回访到', counter: 'callbackValid' },
  { id: 'solved', name: '群众说解决了', counter: 'solved' },
]

export const funnelOf = (counts: Counts): FlowOutput['funnel'] =>
  stages.map(({ id, name, counter }) => ({ id, name, count: counts[counter] ?? 0 }))
