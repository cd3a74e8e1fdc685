import { CloudError } from '../action'
import type { Clock } from '../clock/clock'
import type { InstancePlace } from './environment'
import type { FunctionFolder } from './function-folder'
import { Instance, type Invocation, type LogSink } from './instance'

export interface PoolLimits {
  /** Processes of one function at once; more calls wait in line. */
  maxInstances: number
  /** Real ms after which an idle process is given up. */
  idleMs: number
}

/** The warm and busy instances of one function. */
export class Pool {
  private readonly idle: { instance: Instance; timer: NodeJS.Timeout }[] = []
  private readonly busy = new Set<Instance>()
  private readonly line: { resolve(instance: Instance): void; reject(error: CloudError): void }[] = []
  private stopped = false
  /** Real ms of each cold start so far. */
  readonly coldStarts: number[] = []

  constructor(
    private readonly folder: FunctionFolder,
    private readonly place: InstancePlace,
    private readonly clock: Clock,
    private readonly limits: PoolLimits,
    private readonly log: LogSink,
  ) {}

  async run(invocation: Invocation): Promise<{ text: string; cold: boolean }> {
    const instance = await this.take()
    const cold = instance.coldStartMs === undefined
    try {
      return { text: await instance.run(invocation, this.clock.reading()), cold }
    } finally {
      if (cold && instance.coldStartMs !== undefined) this.coldStarts.push(instance.coldStartMs)
      this.release(instance)
    }
  }

  follow(): void {
    for (const instance of this.busy) instance.follow(this.clock.reading())
  }

  get size(): number {
    return this.idle.length + this.busy.size
  }

  stop(): void {
    this.stopped = true
    for (const { reject } of this.line.splice(0)) reject(stopping())
    for (const { instance, timer } of this.idle.splice(0)) {
      clearTimeout(timer)
      instance.kill()
    }
    for (const instance of this.busy) instance.kill()
  }

  private take(): Promise<Instance> | Instance {
    if (this.stopped) throw stopping()
    const version = this.folder.version()
    for (let warm = this.idle.pop(); warm !== undefined; warm = this.idle.pop()) {
      clearTimeout(warm.timer)
      if (warm.instance.alive && warm.instance.version === version) return this.use(warm.instance)
      warm.instance.kill()
    }
    if (this.busy.size < this.limits.maxInstances) return this.use(this.start(version))
    return new Promise((resolve, reject) => this.line.push({ resolve, reject }))
  }

  private release(instance: Instance): void {
    this.busy.delete(instance)
    const next = this.line.shift()
    const version = this.folder.version()
    const good = instance.alive && instance.version === version
    if (!good || this.stopped) instance.kill()
    if (this.stopped) return
    if (next !== undefined) {
      next.resolve(this.use(good ? instance : this.start(version)))
    } else if (good) {
      const timer = setTimeout(() => this.drop(instance), this.limits.idleMs)
      timer.unref()
      this.idle.push({ instance, timer })
    }
  }

  private use(instance: Instance): Instance {
    this.busy.add(instance)
    return instance
  }

  private start(version: string): Instance {
    const { name, entry } = this.folder
    return new Instance(name, version, entry, this.place, this.clock.reading(), this.log, () => this.forget())
  }

  private drop(instance: Instance): void {
    instance.kill()
    this.forget()
  }

  private forget(): void {
    for (const dead of this.idle.filter(({ instance }) => !instance.alive)) {
      clearTimeout(dead.timer)
      this.idle.splice(this.idle.indexOf(dead), 1)
    }
  }
}

function stopping(): CloudError {
  return new CloudError('FUNCTION_STATUS_ABNORMAL', 'The emulator is stopping.')
}
