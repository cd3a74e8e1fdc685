import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CloudError } from '../action'
import type { Clock } from '../clock/clock'
import type { Meter } from '../meter'
import type { Caller } from './caller'
import { type InstancePlace, invocationContext, invocationEnvironment } from './environment'
import { type FunctionConfig, FunctionFolder, functionNames, type TimerTrigger } from './function-folder'
import { LogRing } from './log-ring'
import { Pool, type PoolLimits } from './pool'

export interface RunnerOptions {
  functionsDir: string
  place: InstancePlace
  clock: Clock
  meter: Meter
  limits: PoolLimits
}

export interface Answer {
  requestId: string
  /** JSON text of what the function returned. */
  text: string
}

/** Bytes of the event of a function called by a function; source: SCF's quota for synchronous calls (official-doc). */
export const EVENT_BYTES_MAX = 6 * 1024 * 1024

/** Real ms for which the triggers on disk are taken as read. */
const TRIGGERS_FRESH_MS = 250

/** A function's name as the platform allows it (official-doc); it also keeps paths inside the folder. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/

/** Runs the built functions of one folder, each call in a process that does nothing else meanwhile. */
export class Runner {
  readonly logs = new LogRing()
  private readonly folders = new Map<string, FunctionFolder>()
  private readonly pools = new Map<string, Pool>()
  /** Invocations under way: who calls, so that what they call in turn knows it. */
  private readonly underWay = new Map<string, { function: string; caller: Caller }>()
  private readonly seen = new Map<string, number>()
  /** What was last said about a config that can't be read, so that it is said once. */
  private readonly complaints = new Map<string, string>()
  private lastLook: { at: number; triggers: readonly TimerTrigger[] } = {
    at: Number.NEGATIVE_INFINITY,
    triggers: [],
  }
  private readonly unfollow: () => void
  private stopped = false

  constructor(private readonly options: RunnerOptions) {
    this.unfollow = options.clock.onChange(() => {
      for (const pool of this.pools.values()) pool.follow()
    })
  }

  /**
   * @param event JSON text.
   * @throws CloudError FUNCTION_NOT_FOUND, FUNCTION_INVOCATION_FAILED, FUNCTION_TIME_LIMIT_EXCEEDED, EXCEED_REQUEST_SIZE_LIMIT;
   * its `requestId` is the invocation's.
   */
  async invoke(
    name: string,
    event: string,
    caller: Caller,
    requestId: string = randomUUID(),
  ): Promise<Answer> {
    const { place, meter } = this.options
    const folder = this.folder(name)
    if (Buffer.byteLength(event) > EVENT_BYTES_MAX) {
      throw new CloudError(
        'EXCEED_REQUEST_SIZE_LIMIT',
        `The event of ${name} exceeds ${EVENT_BYTES_MAX} bytes.`,
      )
    }
    const { timeoutMs } = folder.config()
    const environment = invocationEnvironment(place, requestId, caller)
    const context = invocationContext(place, name, requestId, timeoutMs, environment)
    const entry = meter.begin(requestId, name, event)
    if (caller.openid !== undefined) this.seen.set(caller.openid, this.options.clock.now())
    this.underWay.set(requestId, { function: name, caller })
    try {
      const { text, cold } = await this.pool(folder).run({
        id: requestId,
        event,
        environment,
        context,
        timeoutMs,
      })
      meter.end(entry, { cold, failed: false })
      return { requestId, text }
    } catch (error) {
      meter.end(entry, { cold: false, failed: true })
      throw error
    } finally {
      this.underWay.delete(requestId)
    }
  }

  /** When somebody last called, ms UTC. */
  lastSeen(openid: string): number | undefined {
    return this.seen.get(openid)
  }

  /** The function and caller of an invocation under way. */
  invocation(requestId: string): { function: string; caller: Caller } | undefined {
    return this.underWay.get(requestId)
  }

  names(): string[] {
    return functionNames(this.options.functionsDir)
  }

  /** @throws CloudError FUNCTION_NOT_FOUND */
  config(name: string): FunctionConfig {
    return this.folder(name).config()
  }

  /**
   * The timer triggers of every function, as they stood on disk at most a moment ago: a replay asks at every jump. A
   * config that can't be read has none, and is logged.
   */
  triggers(): readonly TimerTrigger[] {
    const now = performance.now()
    if (!this.stopped && now - this.lastLook.at > TRIGGERS_FRESH_MS) {
      this.lastLook = {
        at: now,
        triggers: this.names().flatMap((name) => this.triggersOf(this.folder(name))),
      }
    }
    return this.stopped ? [] : this.lastLook.triggers
  }

  /** Real ms of each cold start since the beginning, by function. */
  coldStarts(): Record<string, number[]> {
    return Object.fromEntries([...this.pools].map(([name, pool]) => [name, pool.coldStarts]))
  }

  /** Processes alive, by function. */
  sizes(): Record<string, number> {
    return Object.fromEntries([...this.pools].map(([name, pool]) => [name, pool.size]))
  }

  stop(): void {
    this.stopped = true
    this.unfollow()
    for (const pool of this.pools.values()) pool.stop()
  }

  private triggersOf(folder: FunctionFolder): readonly TimerTrigger[] {
    try {
      const { triggers } = folder.config()
      this.complaints.delete(folder.name)
      return triggers
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      if (this.complaints.get(folder.name) !== error.message) {
        this.complaints.set(folder.name, error.message)
        const at = this.options.clock.now()
        this.logs.add({ at, function: folder.name, requestId: null, level: 'error', text: error.message })
      }
      return []
    }
  }

  private folder(name: string): FunctionFolder {
    if (this.stopped) throw new CloudError('FUNCTION_STATUS_ABNORMAL', 'The emulator is stopping.')
    const path = join(this.options.functionsDir, name)
    if (!NAME.test(name) || !existsSync(join(path, 'index.js'))) {
      throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
    }
    const known = this.folders.get(name) ?? new FunctionFolder(name, path)
    this.folders.set(name, known)
    return known
  }

  private pool(folder: FunctionFolder): Pool {
    const { place, clock, limits } = this.options
    const log = (requestId: string | null, level: 'info' | 'error', text: string): void =>
      this.logs.add({ at: clock.now(), function: folder.name, requestId, level, text })
    const pool = this.pools.get(folder.name) ?? new Pool(folder, place, clock, limits, log)
    this.pools.set(folder.name, pool)
    return pool
  }
}
