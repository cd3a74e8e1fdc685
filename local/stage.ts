import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { callerAliases, personIds } from '../cloudfunctions/platform/secrets'
import { type Cloud, type CloudOptions, startCloud } from './cloudbase/cloud'
import { createDatabase, type Database } from './cloudbase/database/create-database'
import { readIndexDeclarations } from './cloudbase/store/index-declaration'
import { seedDistrict } from './district/seed'
import { SmsGateway } from './sms/gateway'

export interface StageOptions extends Pick<
  CloudOptions,
  'port' | 'dataDir' | 'clock' | 'disturb' | 'maxInstances' | 'origins' | 'routes' | 'upgrade'
> {
  /** What befalls calls of WeChat's open API. */
  disturbWeChat?: NonNullable<CloudOptions['weChat']>['disturb']
  functionsDir?: string
  /** The tenant's deadline profile, where the district is new; the sample's own otherwise. */
  profileId?: string
  /** No district: whoever starts it brings their own. */
  empty?: boolean
}

/** The emulator with this product's functions, indexes, wakes and sample district. */
export interface Stage {
  cloud: Cloud
  /** Documents seeded by this start; empty where the district was there already. */
  seeded: Record<string, number>
  /** Recipient ids under which messages reach somebody; those of their anonymous calls can't be told from here. */
  boxesOf(openid: string): string[]
  /** Where text messages end. */
  sms: SmsGateway
}

/** Where the stage keeps what the console would hold for a real environment. */
const environmentFile = 'environment.json'

const indexesFile = 'cloudfunctions/indexes.json'

/** The subscribe messages applied for in WeChat's console (local/cloudbase/openapi/templates.ts); there may be none yet. */
const templatesFile = 'cloudfunctions/subscribe-templates.json'

/** Scheduled roll-ups read whole days; everything else has an index and reads little (docs/architecture.md). */
const exemptions = [
  { function: 'scheduler', collection: 'facts', reason: 'a day is rolled up from all of its facts' },
  { function: 'scheduler', collection: 'day_rollups', reason: 'a rolled-up day replaces all of its rows' },
]

/** The function that serves what is stored for later: the tickets' wakes, and the notices on their way. */
export const wakes = [
  { collection: 'tickets', field: 'nextWakeAt', trigger: 'scheduler/sweep' },
  { collection: 'sendings', field: 'dueAt', trigger: 'scheduler/sweep' },
]

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const { dataDir, functionsDir = 'dist/cloudfunctions', profileId, empty, disturbWeChat, ...rest } = options
  const env = environment(dataDir)
  const sms: SmsGateway = new SmsGateway(() => cloud.clock.now(), dataDir)
  const cloud: Cloud = await startCloud({
    ...rest,
    routes: { ...rest.routes, ...sms.routes() },
    ...(dataDir !== undefined && { dataDir }),
    functionsDir: resolve(functionsDir),
    indexesFile: resolve(indexesFile),
    env,
    wakes,
    exemptions,
    weChat: {
      templatesFile: resolve(templatesFile),
      appJson: resolve('miniprogram/app.json'),
      ...(disturbWeChat && { disturb: disturbWeChat }),
    },
  })
  // The door's port is known only now; functions see it from their first call on.
  Object.assign(env, { SMS_GATEWAY: `${cloud.url}/sms`, SMS_KEY: sms.key })
  const seeded = empty ? {} : await seedIfEmpty(cloud.database, env, profileId)
  const boxesOf = (openid: string) => withKeys(env, () => [...callerAliases(openid), ...personIds(openid)])
  const stop = async () => {
    await cloud.stop()
    sms.close()
  }
  return { cloud: { ...cloud, stop }, seeded, boxesOf, sms }
}

/** `npm run seed`: the same without starting anything. */
export async function seedData(dataDir: string): Promise<Record<string, number>> {
  mkdirSync(dataDir, { recursive: true })
  const indexes = readIndexDeclarations(JSON.parse(readFileSync(indexesFile, 'utf8')))
  const database = createDatabase({ dataDir, indexes })
  try {
    return await seedIfEmpty(database, environment(dataDir))
  } finally {
    database.close()
  }
}

/** The sample district, once. @returns how many documents went into each collection. */
async function seedIfEmpty(
  database: Database,
  env: Record<string, string>,
  profileId?: string,
): Promise<Record<string, number>> {
  if (database.read('settings').length > 0) return {}
  return seedDistrict({
    personIdOf: (openid) => withKeys(env, () => personIds(openid)[0] ?? ''),
    async insert(collection, docs) {
      const rows = collection === 'settings' && profileId ? docs.map((doc) => ({ ...doc, profileId })) : docs
      database.fill(collection, rows as Parameters<Database['fill']>[1])
    },
  })
}

/** The product makes ids under keys from its environment; the stage uses the product's own function for it. */
function withKeys<Result>(env: Record<string, string>, make: () => Result): Result {
  const before = process.env.ALIAS_KEYS
  process.env.ALIAS_KEYS = env.ALIAS_KEYS
  try {
    return make()
  } finally {
    if (before === undefined) delete process.env.ALIAS_KEYS
    else process.env.ALIAS_KEYS = before
  }
}

/** A stage's own key, made once and kept beside its data, as a tenant types one into the console. */
function environment(dataDir: string | undefined): Record<string, string> {
  const make = () => ({ ALIAS_KEYS: `1:${randomBytes(24).toString('hex')}` })
  if (dataDir === undefined) return make()
  const file = join(dataDir, environmentFile)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  mkdirSync(dataDir, { recursive: true })
  const made = make()
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return made
}

/** Forgets everything a stage kept. */
export function forgetStage(dataDir: string) {
  rmSync(dataDir, { recursive: true, force: true })
}
