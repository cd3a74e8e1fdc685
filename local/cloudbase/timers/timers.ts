import type { Clock } from '../clock/clock'
import type { TimerTrigger } from '../runner/function-folder'

/** A stored instant (ms UTC) at which something is still to happen; the earliest is asked of the database. */
export interface Wake {
  collection: string
  field: string
  /** `function/trigger` that serves it. Default: every trigger that ticks at least hourly. */
  trigger?: string
}

/** One due tick. */
export interface Tick {
  trigger: TimerTrigger
  /** ms UTC. */
  at: number
}

export interface TimersOptions {
  clock: Clock
  triggers: () => readonly TimerTrigger[]
  wakes: readonly Wake[]
  earliest: (collection: string, field: string) => number | undefined | Promise<number | undefined>
  fire: (tick: Tick) => Promise<void>
  /** How often a tick is fired: 0 misses it, 2 doubles it. Default once. */
  disturb?: (tick: Tick) => number
}

const HOUR_MS = 3_600_000
/** Real ms between looks at the clock, so that a changed config.json is noticed. */
const LOOK_MS = 1_000

/**
 * Fires timer triggers by the emulator's clock.
 *
 * Running: each tick once, when its instant comes, without waiting for the one before (as in the cloud).
 * Fast: each tick once and in order; the clock holds at a tick until its functions have answered.
 * Jumping to T: in order, and the clock stands at each tick while it runs. A trigger with wakes is fired at its first
 * tick at or after the earliest stored wake, again and again until no wake before T is left; its other ticks would find
 * nothing to do and are passed over. A trigger without wakes is fired at each of its ticks.
 */
export class Timers {
  /** Ticks up to here are dealt with, ms UTC. */
  private cursor: number
  private sleep?: NodeJS.Timeout
  private chain: Promise<void> = Promise.resolve()
  private readonly unfollow: () => void
  private readonly underWay = new Set<Promise<void>>()
  private moving = false
  private stopped = false

  constructor(private readonly options: TimersOptions) {
    const { clock } = options
    // A tick on this very instant may have been cut off by a kill: it is fired again.
    this.cursor = clock.now() - 1
    this.unfollow = clock.onChange(() => this.watch())
    this.watch()
  }

  /**
   * Moves the clock to `to` (ms UTC), living through every due tick on the way.
   * @returns the number of ticks fired.
   * @throws CloudError CLOCK_BACKWARDS
   */
  jumpTo(to: number): Promise<number> {
    return this.inTurn(async () => {
      if (to < this.options.clock.now()) this.options.clock.set(to)
      let fired = 0
      for (let due = await this.due(to); due !== undefined; due = await this.due(to))
        fired += await this.live(due)
      if (this.options.clock.now() < to) this.move(to)
      this.cursor = Math.max(this.cursor, to)
      return fired
    })
  }

  /** Jumps to the next tick that has something to do, and lives through it. @returns its instant, if there is any. */
  jumpToNext(): Promise<number | undefined> {
    return this.inTurn(async () => {
      const due = await this.due(Number.POSITIVE_INFINITY)
      if (due !== undefined) await this.live(due)
      return due?.[0]?.at
    })
  }

  /** Moves the clock without running anything: ticks in between are missed, as in an outage. */
  set(to: number, options: { reset?: boolean } = {}): Promise<void> {
    return this.inTurn(async () => {
      this.options.clock.set(to, options)
      this.cursor = to
    })
  }

  /** Waits for ticks under way. */
  async stop(): Promise<void> {
    this.stopped = true
    this.unfollow()
    clearTimeout(this.sleep)
    await this.chain
    await Promise.allSettled(this.underWay)
  }

  /** The next ticks worth firing, all of one instant, not after `until`. */
  private async due(until: number): Promise<Tick[] | undefined> {
    if (this.stopped) return undefined
    let first: Tick[] = []
    for (const trigger of this.options.triggers()) {
      const at = await this.nextOf(trigger)
      if (at === undefined || at > until) continue
      const earliest = first[0]?.at ?? Number.POSITIVE_INFINITY
      if (at < earliest) first = [{ trigger, at }]
      else if (at === earliest) first.push({ trigger, at })
    }
    return first.length === 0 ? undefined : first
  }

  private async nextOf(trigger: TimerTrigger): Promise<number | undefined> {
    const tick = trigger.cron.next(this.cursor)
    const wakes = this.wakesOf(trigger, tick)
    if (wakes.length === 0 || tick === undefined) return tick
    let wake: number | undefined
    for (const { collection, field } of wakes) {
      const stored = await this.options.earliest(collection, field)
      if (stored !== undefined && (wake === undefined || stored < wake)) wake = stored
    }
    if (wake === undefined) return undefined
    return wake <= tick ? tick : trigger.cron.next(Math.ceil(wake) - 1)
  }

  private wakesOf(trigger: TimerTrigger, tick: number | undefined): readonly Wake[] {
    const { wakes } = this.options
    const named = wakes.filter((wake) => wake.trigger === `${trigger.function}/${trigger.name}`)
    if (named.length > 0 || tick === undefined) return named
    const following = trigger.cron.next(tick)
    const hourly = following !== undefined && following - tick <= HOUR_MS
    return hourly ? wakes.filter((wake) => wake.trigger === undefined) : []
  }

  private async live(ticks: Tick[]): Promise<number> {
    const at = (ticks[0] as Tick).at
    if (this.options.clock.now() < at) this.move(at)
    this.cursor = at
    let fired = 0
    for (const tick of ticks) fired += await this.fire(tick)
    return fired
  }

  private async fire(tick: Tick): Promise<number> {
    const times = this.options.disturb?.(tick) ?? 1
    for (let time = 0; time < times; time += 1) await this.options.fire(tick)
    return times
  }

  /** Real time goes by: plans the next look at the clock. */
  private watch(): void {
    if (this.moving || this.stopped) return
    clearTimeout(this.sleep)
    const { clock } = this.options
    if (clock.mode === 'frozen') return
    const next = this.nextTick()
    if (clock.mode === 'fast') this.hold(next?.[0]?.at)
    const { rate } = clock.reading()
    const wait = next === undefined ? LOOK_MS : ((next[0] as Tick).at - clock.now()) / rate
    this.sleep = setTimeout(() => void this.look(), Math.max(0, Math.min(wait, LOOK_MS)))
    this.sleep.unref()
  }

  private async look(): Promise<void> {
    const { clock } = this.options
    await this.inTurn(async () => {
      for (
        let next = this.nextTick();
        next !== undefined && (next[0] as Tick).at <= clock.now();
        next = this.nextTick()
      ) {
        this.cursor = (next[0] as Tick).at
        if (clock.mode === 'fast') {
          for (const tick of next) await this.fire(tick)
          this.hold(this.nextTick()?.[0]?.at)
        } else {
          for (const tick of next) this.release(tick)
        }
      }
    })
    clock.save()
    this.watch()
  }

  private nextTick(): Tick[] | undefined {
    let first: Tick[] = []
    for (const trigger of this.options.triggers()) {
      const at = trigger.cron.next(this.cursor)
      if (at === undefined) continue
      const earliest = first[0]?.at ?? Number.POSITIVE_INFINITY
      if (at < earliest) first = [{ trigger, at }]
      else if (at === earliest) first.push({ trigger, at })
    }
    return first.length === 0 ? undefined : first
  }

  private release(tick: Tick): void {
    const run = this.fire(tick).then(() => undefined)
    this.underWay.add(run)
    void run.finally(() => this.underWay.delete(run))
  }

  private move(to: number): void {
    this.quietly(() => this.options.clock.set(to))
  }

  private hold(at: number | undefined): void {
    this.quietly(() => this.options.clock.holdAt(at))
  }

  /** Own changes of the clock don't plan a look. */
  private quietly(change: () => void): void {
    const before = this.moving
    this.moving = true
    try {
      change()
    } finally {
      this.moving = before
    }
  }

  /** One journey at a time: two jumps would overtake each other's ticks. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.chain.then(work)
    this.chain = turn.then(
      () => this.watch(),
      () => this.watch(),
    )
    return turn
  }
}
