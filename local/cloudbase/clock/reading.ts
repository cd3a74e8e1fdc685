/** A clock that another process can read: from one pair of instants and a rate, the time at any real moment. */
export interface ClockReading {
  /** Emulated instant, ms UTC. */
  emulated: number
  /** The real instant at which `emulated` was true, ms UTC. */
  real: number
  /** Emulated ms per real ms: 0 is frozen, 1 is real time. */
  rate: number
  /** The clock waits here, so that no tick is overtaken in fast mode. */
  holdAt?: number
}

/** @param real a real instant, ms UTC. @returns the emulated instant, whole ms UTC. */
export function readAt(reading: ClockReading, real: number): number {
  const at = Math.floor(reading.emulated + (real - reading.real) * reading.rate)
  return reading.holdAt === undefined ? at : Math.min(at, reading.holdAt)
}
