import type { FlowId, FlowOutput } from '../../../typings/contract/supervision'
import type { Drawing } from '../chart/drawing'
import { flowTerms } from '../terms'

export interface Stage {
  id: FlowId
  name: string
  count: number
  /** 占提出的 82% */
  share: string
}

/** Bars on one base line, longest first to last: lengths are compared more truly than the slopes of a funnel. */
export function funnelOf({ funnel, callsBefore }: FlowOutput) {
  const first = funnel[0]?.count ?? 0
  const stages = funnel.map(({ id, count }): Stage => ({
    id,
    name: flowTerms[id],
    count,
    share: id === 'calls' || first === 0 ? '' : `相当于提出的 ${Math.round((count / first) * 100)}%`,
  }))
  const most = Math.max(0, ...stages.map(({ count }) => count))
  const drawing: Drawing | null =
    most === 0
      ? null
      : {
          kind: 'bars',
          most,
          rows: stages.map(({ name, count }) => ({ name, value: count, words: `${count} 件` })),
        }
  const change =
    callsBefore === 0
      ? '前一段同样长的时间没有诉求'
      : `前一段同样长的时间 ${callsBefore} 件，${first >= callsBefore ? '多' : '少'} ${Math.abs(first - callsBefore)} 件`
  return { funnel: drawing, stages, change }
}

/** A cell of the grid in words; the fullest first. */
export interface Busy {
  key: string
  streetId: string
  hour: number
  words: string
}

/** Two hours stand in one cell: 24 are too narrow for a finger and for a number. */
const cellHours = 2

const busyMost = 12

export function heatOf({ heat }: FlowOutput) {
  const places = heat.filter(({ hours }) => hours.some((count) => count > 0))
  const across = Array.from({ length: 24 / cellHours }, (_, cell) => String(cell * cellHours))
  const counts = places.map(({ hours }) =>
    across.map((_, cell) => hours.slice(cell * cellHours, (cell + 1) * cellHours).reduce((a, b) => a + b, 0)),
  )
  const drawing: Drawing | null =
    places.length === 0 ? null : { kind: 'heat', across, down: places.map(({ name }) => name), counts }
  const busy = places
    .flatMap(({ streetId, name, hours }) =>
      hours.map((count, hour) => ({ streetId, name, hour, count })).filter(({ count }) => count > 0),
    )
    .sort((one, other) => other.count - one.count)
    .slice(0, busyMost)
    .map(({ streetId, name, hour, count }): Busy => ({
      key: `${streetId}-${hour}`,
      streetId,
      hour,
      words: `${name} ${hour} 点：${count} 件`,
    }))
  return { heat: drawing, busy }
}
