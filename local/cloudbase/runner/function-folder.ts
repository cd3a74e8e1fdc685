import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CloudError } from '../action'
import { parseCron, type Cron } from '../timers/cron'

export interface TimerTrigger {
  function: string
  name: string
  cron: Cron
  /** Handed to the function as `Message`. */
  message: string
}

export interface FunctionConfig {
  /** Real ms after which an invocation is killed. */
  timeoutMs: number
  triggers: readonly TimerTrigger[]
  /** Open API names that the function may call, as in `security.msgSecCheck`. */
  openApi: ReadonlySet<string>
}

/** Seconds; source: the platform's console (official-doc). */
const FUNCTION_TIMEOUT = { default: 3, max: 60 } as const

interface ConfigJson {
  timeout?: unknown
  triggers?: { name?: unknown; type?: unknown; config?: unknown; message?: unknown }[]
  permissions?: { openapi?: unknown[] }
}

/** One built function on disk: index.js and config.json. Reads anew what was rebuilt, so no watcher is needed. */
export class FunctionFolder {
  private stamp = ''
  private known: FunctionConfig = {
    timeoutMs: FUNCTION_TIMEOUT.default * 1000,
    triggers: [],
    openApi: new Set(),
  }

  constructor(
    readonly name: string,
    private readonly path: string,
  ) {}

  get entry(): string {
    return join(this.path, 'index.js')
  }

  /** Changes whenever the bundle or its config does; an instance with another version is out of date. */
  version(): string {
    const stamp = ['index.js', 'config.json'].map((file) => stampOf(join(this.path, file))).join(' ')
    if (stamp !== this.stamp) {
      this.known = readConfig(this.name, join(this.path, 'config.json'))
      this.stamp = stamp
    }
    return this.stamp
  }

  /** @throws CloudError FUNCTION_CONFIG_INVALID, TIMER_EXPRESSION_INVALID */
  config(): FunctionConfig {
    this.version()
    return this.known
  }
}

/** The names of the functions in a folder: every subfolder with an index.js. */
export function functionNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.js')))
    .map((entry) => entry.name)
    .sort()
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? '-' : `${stat.ino}:${stat.mtimeMs}:${stat.size}`
}

function readConfig(name: string, path: string): FunctionConfig {
  const json = existsSync(path) ? parse(name, path) : {}
  const seconds = json.timeout ?? FUNCTION_TIMEOUT.default
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds <= FUNCTION_TIMEOUT.max)) {
    throw invalid(name, `timeout must be within 1 to ${FUNCTION_TIMEOUT.max} seconds`)
  }
  const triggers = (json.triggers ?? []).map(({ name: trigger, type, config, message }) => {
    if (type !== 'timer' || typeof trigger !== 'string' || typeof config !== 'string') {
      throw invalid(name, 'a trigger needs a name, the type timer and a cron expression')
    }
    return {
      function: name,
      name: trigger,
      cron: parseCron(config),
      message: typeof message === 'string' ? message : '',
    }
  })
  const openApi = new Set((json.permissions?.openapi ?? []).filter((api) => typeof api === 'string'))
  return { timeoutMs: seconds * 1000, triggers, openApi }
}

function parse(name: string, path: string): ConfigJson {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ConfigJson
  } catch (error) {
    throw invalid(name, (error as Error).message)
  }
}

function invalid(name: string, why: string): CloudError {
  return new CloudError('FUNCTION_CONFIG_INVALID', `config.json of ${name}: ${why}`)
}
