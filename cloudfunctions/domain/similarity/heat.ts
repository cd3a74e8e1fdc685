import type { Timestamp } from '../../../typings/contract/time'

interface Voice {
  at: Timestamp
  likes: number
  against: number
}

const dayMs = 86_400_000
/** A call is somebody's time; a like is a touch. */
const callWorth = 1
const likeWorth = 0.6
/** Logarithms, so that one call with thousands of likes doesn't hide fifty neighbours. */
const slowDays = 30

/**
 * How hot a topic is: calls, and the agreement each found, weighed by how closely they follow each other and whether
 * they grow. A figure to rank by, without a unit.
 */
export function heatOf(
  calls: readonly Voice[],
  from: Timestamp,
  to: Timestamp,
): { heat: number; growth: number } {
  const voices = calls.reduce(
    (sum, { likes, against }) => sum + callWorth + likeWorth * Math.log2(1 + likes + against),
    0,
  )
  const days = (to - from) / dayMs
  const late = calls.filter(({ at }) => at >= to - (to - from) / 3).length
  const growth = days === 0 ? 1 : (late * 3) / calls.length
  const pace = 1 + calls.length / (days + slowDays)
  const heat = voices * Math.sqrt(calls.length) * pace * (0.75 + 0.25 * Math.min(2, growth))
  return { heat: Math.round(heat * 10) / 10, growth: Math.round(growth * 100) / 100 }
}
