import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Clock } from './clock/clock'
import type { Mark } from './action'
import { createDatabase, type Database } from './database/create-database'
import { admin } from './door/admin'
import { developerRoutes } from './door/developer'
import { type Door, openDoor, type Routes, type Upgrade } from './door/door'
import { httpAccess } from './door/http-access'
import type { Credentials } from './door/signature'
import { functionsActions } from './functions-actions'
import { ENV_ID } from './environment-id'
import { type Exemption, Meter } from './meter'
import { openApis, type WeChat } from './openapi/open-api'
import { openApiActions, openApiRawActions } from './openapi/open-api-actions'
import { aWeChat, type WeChatOptions, weChatRoutes } from './openapi/we-chat'
import type { Caller } from './runner/caller'
import type { InstancePlace } from './runner/environment'
import { Runner } from './runner/runner'
import { type IndexDeclarations, readIndexDeclarations } from './store/index-declaration'
import { FileStore } from './storage/file-store'
import { UrlSigner } from './storage/signed-url'
import { storageActions, type StorageOptions } from './storage/storage-actions'
import { storageRoutes } from './storage/storage-routes'
import { type Tick, Timers, type Wake } from './timers/timers'

export interface CloudOptions {
  /** 0 (the default) takes a free one. */
  port?: number
  /** Everything durable lies here; without it the database is in memory and the clock starts anew. */
  dataDir?: string
  /** Holds `<function>/index.js` and `config.json`, as uploaded. */
  functionsDir: string
  /** The declaration of the database's indexes; a missing file declares none. */
  indexesFile?: string
  /** Variables of the functions, as typed in the platform's console. */
  env?: Record<string, string>
  /** First instant (ms UTC) and rate; a kept state in dataDir comes first. */
  clock?: { startAt?: number; rate?: number }
  /** The stored instants that a jump must not pass over. */
  wakes?: readonly Wake[]
  /** Processes of one function at once. Default 4. */
  maxInstances?: number
  /** Real ms after which an idle process is given up. Default 60,000. */
  idleMs?: number
  /** Leave to scan, each with its reason. */
  exemptions?: readonly Exemption[]
  /** Pages elsewhere on this machine that may call, as in http://127.0.0.1:9600. */
  origins?: readonly string[]
  /** What else answers at this door (the studio, the phones), beside the emulator's own. */
  routes?: Routes
  upgrade?: Upgrade
  /** How often a due tick is fired: 0 misses it, 2 doubles it. */
  disturb?: (tick: Tick) => number
  /** Templates, pages and words that WeChat knows. */
  weChat?: Omit<WeChatOptions, 'dataDir'>
}

/** A CloudBase environment on this machine. */
export interface Cloud {
  /** As in http://127.0.0.1:9500. */
  url: string
  /** The SDK's serviceUrl. */
  serviceUrl: string
  envId: string
  credentials: Credentials
  clock: Clock
  timers: Timers
  meter: Meter
  runner: Runner
  database: Database
  weChat: WeChat
  /** How well each answer is known: actions by their wire name, and WeChat's APIs. */
  marks: Readonly<Record<string, Mark>>
  /**
   * Calls a function as somebody and returns what it returned. @throws CloudError with the platform's code
   */
  invoke(name: string, event: unknown, caller?: Caller): Promise<unknown>
  /** Waits for ticks under way, ends every process and closes the door. */
  stop(): Promise<void>
}

const REGION = 'ap-shanghai'

/** Starts the emulator. @throws when the port is taken. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { dataDir } = options
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true })
  const clock = new Clock({
    ...options.clock,
    file: dataDir === undefined ? undefined : join(dataDir, 'clock.json'),
  })
  const now = (): number => clock.now()
  const database = createDatabase({ dataDir, indexes: declaredIndexes(options.indexesFile), now })
  const meter = new Meter(options.exemptions)
  const credentials: Credentials = { secretId: 'AKIDlocal', secretKey: randomBytes(16).toString('hex') }
  const place: InstancePlace = {
    url: '',
    envId: ENV_ID,
    region: REGION,
    own: options.env ?? {},
    ...credentials,
  }
  const limits = { maxInstances: options.maxInstances ?? 4, idleMs: options.idleMs ?? 60_000 }
  const runner = new Runner({ functionsDir: options.functionsDir, place, clock, meter, limits })

  const timers = new Timers({
    clock,
    triggers: () => runner.triggers(),
    wakes: options.wakes ?? [],
    earliest: (collection, field) => database.earliest(collection, field),
    fire: (tick) => fire(runner, tick),
    disturb: options.disturb,
  })

  const ownFolder = dataDir === undefined ? mkdtempSync(join(tmpdir(), 'cloud-files-')) : undefined
  const storage: StorageOptions = {
    files: new FileStore(join(dataDir ?? (ownFolder as string), 'files')),
    signer: new UrlSigner(credentials.secretKey, now),
    url: () => place.url,
  }
  const weChat = aWeChat({ dataDir, ...options.weChat }, now, (openid) => runner.lastSeen(openid))
  const tables = [
    database.actions,
    storageActions(storage),
    functionsActions(runner),
    openApiActions(runner, weChat),
  ]
  const rawActions = openApiRawActions(runner, weChat)
  const routes: Routes = {
    'POST /admin': ({ request, response, rest }) =>
      admin(request, response, rest === '' ? undefined : rest, {
        credentials,
        clock,
        meter,
        tables,
        rawActions,
      }),
    'ANY /http': httpAccess(runner),
    ...options.routes,
    ...storageRoutes(storage),
    ...weChatRoutes(weChat),
    ...developerRoutes({ runner, clock, timers, meter }),
  }
  const door: Door = await openDoor(options.port ?? 0, routes, options.origins ?? [], options.upgrade)
  place.url = `http://127.0.0.1:${door.port}`

  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    await timers.stop()
    runner.stop()
    await door.close()
    clock.save()
    await database.close()
    weChat.close()
    if (ownFolder !== undefined) rmSync(ownFolder, { recursive: true })
  }

  return {
    url: place.url,
    serviceUrl: `${place.url}/admin`,
    envId: ENV_ID,
    credentials,
    clock,
    timers,
    meter,
    runner,
    database,
    weChat,
    marks: marksOf([...tables, rawActions, openApis]),
    async invoke(name, event, caller = {}) {
      const { text } = await runner.invoke(name, JSON.stringify(event), caller)
      return JSON.parse(text) as unknown
    },
    stop: () => (stopping ??= stop()),
  }
}

/** The timer's event, as the platform sends it (official-doc). */
async function fire(runner: Runner, { trigger, at }: Tick): Promise<void> {
  const event = {
    Type: 'Timer',
    TriggerName: trigger.name,
    Time: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    Message: trigger.message,
  }
  const requestId = randomUUID()
  try {
    await runner.invoke(
      trigger.function,
      JSON.stringify(event),
      { source: 'wx_trigger', trigger: 'timer' },
      requestId,
    )
  } catch (error) {
    // The platform tells nobody either; the next tick is another chance, and the log says what happened.
    const text = `Timer ${trigger.name} failed: ${(error as Error).message}`
    runner.logs.add({ at, function: trigger.function, requestId, level: 'error', text })
  }
}

function declaredIndexes(file: string | undefined): IndexDeclarations {
  if (file === undefined || !existsSync(file)) return {}
  return readIndexDeclarations(JSON.parse(readFileSync(file, 'utf8')))
}

function marksOf(tables: readonly Readonly<Record<string, { mark: Mark }>>[]): Record<string, Mark> {
  const rows = tables.flatMap((table) =>
    Object.entries(table).map(([name, { mark }]) => [name, mark] as const),
  )
  return Object.fromEntries(rows.sort(([a], [b]) => a.localeCompare(b)))
}
