import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { CloudError } from '../action'
import type { ClockReading } from '../clock/reading'
import { type InstancePlace, type InvocationEnvironment, processEnvironment } from './environment'

/** One call, made ready for a process. */
export interface Invocation {
  id: string
  /** JSON text of the event. */
  event: string
  environment: InvocationEnvironment
  context: Record<string, unknown>
  timeoutMs: number
}

export type LogLevel = 'info' | 'error'
export type LogSink = (invocation: string | null, level: LogLevel, text: string) => void

interface ErrorText {
  message: string
  stack?: string
}

type FromChild =
  | { type: 'ready' }
  | { type: 'unloadable'; error: ErrorText }
  | { type: 'result'; invocation: string; text: string }
  | { type: 'failure'; invocation: string; error: ErrorText }
  | { type: 'crash'; invocation: string | null; error: ErrorText }
  | { type: 'log'; invocation: string | null; level: LogLevel; text: string }

interface Waiting {
  id: string
  settle(outcome: string | CloudError): void
}

const MAIN = fileURLToPath(new URL('./instance-main.cjs', import.meta.url))
const PRELOAD = fileURLToPath(new URL('../clock/preload.cjs', import.meta.url))
/** Real ms in which a bundle must be loaded; source: SCF's initialisation limit (official-doc). */
const LOAD_LIMIT_MS = 65_000

/** One process running one function, one invocation at a time. */
export class Instance {
  /** Real ms from fork to a loaded bundle. */
  coldStartMs?: number
  private readonly child: ChildProcess
  private readonly ready: Promise<CloudError | undefined>
  private waiting?: Waiting
  private lastWords?: ErrorText
  private ended = false
  private killed = false

  constructor(
    readonly functionName: string,
    readonly version: string,
    entry: string,
    place: InstancePlace,
    clock: ClockReading,
    private readonly log: LogSink,
    private readonly onEnd: (instance: Instance) => void,
  ) {
    const startedAt = performance.now()
    this.child = fork(MAIN, [entry], {
      env: { ...processEnvironment(place, functionName), EMULATOR_CLOCK: JSON.stringify(clock) },
      execArgv: ['--require', PRELOAD],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.child.stderr?.on('data', (chunk: Buffer) =>
      this.log(this.waiting?.id ?? null, 'error', chunk.toString('utf8')),
    )
    this.ready = new Promise((resolve) => {
      const limit = setTimeout(() => {
        resolve(
          new CloudError(
            'FUNCTION_INVOCATION_FAILED',
            `${functionName} wasn't loaded in ${LOAD_LIMIT_MS} ms.`,
          ),
        )
        this.kill()
      }, LOAD_LIMIT_MS)
      this.child.on('message', (message) => {
        const from = message as FromChild
        if (from.type === 'ready' || from.type === 'unloadable') {
          clearTimeout(limit)
          this.coldStartMs = performance.now() - startedAt
          resolve(from.type === 'ready' ? undefined : this.unloadable(from.error))
        } else {
          this.receive(from)
        }
      })
      this.child.on('exit', (code, signal) => {
        clearTimeout(limit)
        this.end(code, signal)
        resolve(
          new CloudError('FUNCTION_INVOCATION_FAILED', `The process of ${functionName} ended while loading.`),
        )
      })
    })
  }

  /**
   * @returns the JSON text of what `main` returned.
   * @throws CloudError FUNCTION_INVOCATION_FAILED, FUNCTION_TIME_LIMIT_EXCEEDED
   */
  async run(invocation: Invocation, clock: ClockReading): Promise<string> {
    const broken = await this.ready
    if (broken !== undefined) {
      this.kill()
      throw broken
    }
    const outcome = await new Promise<string | CloudError>((settle) => {
      const limit = setTimeout(() => {
        const seconds = invocation.timeoutMs / 1000
        this.kill()
        this.waiting?.settle(
          new CloudError('FUNCTION_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`),
        )
      }, invocation.timeoutMs)
      this.waiting = {
        id: invocation.id,
        settle: (result) => {
          clearTimeout(limit)
          this.waiting = undefined
          settle(result)
        },
      }
      if (this.ended) this.end(null, null)
      else this.send({ type: 'invoke', invocation: invocation.id, clock, ...pick(invocation) })
    })
    if (outcome instanceof CloudError) throw outcome
    return outcome
  }

  follow(clock: ClockReading): void {
    this.send({ type: 'clock', clock })
  }

  get alive(): boolean {
    return !this.ended && !this.killed
  }

  kill(): void {
    this.killed = true
    if (!this.ended) this.child.kill('SIGKILL')
  }

  private send(message: object): void {
    // A process that is just dying answers through its exit event.
    if (this.child.connected) this.child.send(message, () => undefined)
  }

  private receive(from: FromChild): void {
    if (from.type === 'log') this.log(from.invocation, from.level, from.text)
    else if (from.type === 'crash') this.lastWords = from.error
    else if (from.type === 'result' && this.waiting?.id === from.invocation) this.waiting.settle(from.text)
    else if (from.type === 'failure' && this.waiting?.id === from.invocation) {
      this.log(from.invocation, 'error', from.error.stack ?? from.error.message)
      this.waiting.settle(new CloudError('FUNCTION_INVOCATION_FAILED', from.error.message))
    }
  }

  private unloadable(error: ErrorText): CloudError {
    this.log(null, 'error', error.stack ?? error.message)
    return new CloudError(
      'FUNCTION_INVOCATION_FAILED',
      `${this.functionName} can't be loaded: ${error.message}`,
    )
  }

  private end(code: number | null, signal: string | null): void {
    const first = !this.ended
    this.ended = true
    if (this.lastWords !== undefined && first) {
      this.log(this.waiting?.id ?? null, 'error', this.lastWords.stack ?? this.lastWords.message)
    }
    const why = this.lastWords?.message ?? `exit ${code ?? signal ?? 'unknown'}`
    this.waiting?.settle(
      new CloudError('FUNCTION_INVOCATION_FAILED', `The process of ${this.functionName} ended: ${why}`),
    )
    if (first) this.onEnd(this)
  }
}

function pick({
  event,
  environment,
  context,
}: Invocation): Pick<Invocation, 'event' | 'environment' | 'context'> {
  return { event, environment, context }
}
