/** Small statistics for the warnings: all one-sided, all with a floor so that small numbers stay silent. */

/**
 * How many standard deviations a day's count lies above its own past. Counts of calls spread wider than Poisson's, so the
 * spread is the past's own, and never less than Poisson's.
 */
export function countScore(count: number, past: readonly number[]): number {
  if (past.length === 0) return 0
  const mean = past.reduce((sum, n) => sum + n, 0) / past.length
  const variance = past.reduce((sum, n) => sum + (n - mean) ** 2, 0) / Math.max(1, past.length - 1)
  return (count - mean) / Math.sqrt(Math.max(variance, mean, 1))
}

export interface Share {
  met: number
  of: number
}

/** Two shares compared: how many standard errors the first lies above the second, pooled. 0 where either is empty. */
export function shareScore(first: Share, second: Share): number {
  if (first.of === 0 || second.of === 0) return 0
  const pooled = (first.met + second.met) / (first.of + second.of)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.of + 1 / second.of))
  return error === 0 ? 0 : (first.met / first.of - second.met / second.of) / error
}

/** P(X ≥ n) for a Poisson of mean `mean`. */
export function poissonTail(n: number, mean: number): number {
  let term = Math.exp(-mean)
  let below = 0
  for (let k = 0; k < n; k++) {
    below += term
    term *= mean / (k + 1)
  }
  return Math.max(0, 1 - below)
}
