import { CloudError } from '../action'
import { ClockFile } from './clock-file'
import { type ClockReading, readAt } from './reading'

export type ClockMode = 'running' | 'fast' | 'frozen'

export interface ClockOptions {
  /** First instant, ms UTC; a state kept in `file` comes before it. Default: the real time. */
  startAt?: number
  /** Emulated ms per real ms. Default 1; 0 is frozen. */
  rate?: number
  /** Where the state is kept over restarts. */
  file?: string
  realNow?: () => number
}

/** Real milliseconds for which a request signed before the clock moved is still good. */
const IN_FLIGHT_MS = 20_000

/** The emulator's own time. It never goes backwards unless asked to by name. */
export class Clock {
  private current: ClockReading
  private readonly realNow: () => number
  private readonly file?: ClockFile
  private readonly listeners = new Set<(reading: ClockReading) => void>()
  /** What the clock said before it was moved, one entry a real second at most. */
  private left: { real: number; emulated: number }[] = []

  constructor(options: ClockOptions = {}) {
    this.realNow = options.realNow ?? Date.now
    const real = this.realNow()
    this.current = { emulated: options.startAt ?? real, real, rate: options.rate ?? 1 }
    if (options.file === undefined) return
    this.file = new ClockFile(options.file)
    this.current = this.file.load(real) ?? this.current
    this.file.save(this.current, real)
  }

  now(): number {
    return readAt(this.current, this.realNow())
  }

  reading(): ClockReading {
    return this.current
  }

  get mode(): ClockMode {
    if (this.current.rate === 0) return 'frozen'
    return this.current.rate === 1 ? 'running' : 'fast'
  }

  /** @param rate emulated ms per real ms; 0 freezes, 1 is real time. */
  setRate(rate: number): void {
    if (!Number.isFinite(rate) || rate < 0)
      throw new CloudError('CLOCK_RATE_INVALID', `No such rate: ${rate}`)
    const real = this.realNow()
    this.become({ emulated: readAt(this.current, real), real, rate })
  }

  /**
   * Moves the hands without running what was due on the way (timers.ts does that).
   * @throws CloudError CLOCK_BACKWARDS unless `reset` is given.
   */
  set(at: number, options: { reset?: boolean } = {}): void {
    if (!Number.isFinite(at)) throw new CloudError('CLOCK_INSTANT_INVALID', 'An instant in ms UTC is needed.')
    if (at < this.now() && options.reset !== true) {
      throw new CloudError(
        'CLOCK_BACKWARDS',
        `The clock stands at ${this.now()} and goes back only with reset.`,
      )
    }
    this.become({ emulated: Math.floor(at), real: this.realNow(), rate: this.current.rate })
  }

  /** In fast mode the clock doesn't pass this instant until it is set or held elsewhere. */
  holdAt(at: number | undefined): void {
    const real = this.realNow()
    const { rate } = this.current
    this.become({
      emulated: readAt(this.current, real),
      real,
      rate,
      ...(at === undefined ? {} : { holdAt: at }),
    })
  }

  /** Whether an instant (ms) lies within `toleranceMs` of what this clock shows, or showed while the request flew. */
  accepts(at: number, toleranceMs: number): boolean {
    const now = this.now()
    const earliest = this.left.reduce(
      (least, entry) => Math.min(least, entry.emulated),
      now - IN_FLIGHT_MS * this.current.rate,
    )
    const latest = this.left.reduce((most, entry) => Math.max(most, entry.emulated), now)
    return at >= earliest - toleranceMs && at <= latest + toleranceMs
  }

  onChange(listener: (reading: ClockReading) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Keeps the state, so that a restart goes on from here. Called now and then, and on stop. */
  save(): void {
    this.file?.save(this.current, this.realNow())
  }

  private become(next: ClockReading): void {
    const real = this.realNow()
    const last = this.left.at(-1)
    if (last === undefined || real - last.real >= 1000) {
      this.left = this.left.filter((entry) => real - entry.real < IN_FLIGHT_MS)
      this.left.push({ real, emulated: readAt(this.current, real) })
    }
    this.current = next
    this.save()
    for (const listener of this.listeners) listener(next)
  }
}
