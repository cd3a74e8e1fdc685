import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFunctions, type FunctionsBuild, watchFunctions } from '../build/functions'
import { type Cloud, startCloud } from '../cloudbase/cloud'
import { createAutomator } from '../simulator/automator/server'
import { serveMiniProgram } from '../simulator/server'
import { stagePeople } from './people'
import { studioRoutes } from './studio-routes'

export interface StageOptions {
  /** 0 (the default) takes a free one. */
  port?: number
  /** Everything durable lies here. */
  dataDir: string
  /** Where functions are built to. Default: dist/cloudfunctions, what is uploaded. */
  functionsDir?: string
  /** Builds and reloads on save. */
  watch?: boolean
  /** First instant (ms UTC) and rate of a new stage's clock. */
  clock?: { startAt?: number; rate?: number }
  /** Fills a new stage. */
  seed?: (cloud: Cloud) => Promise<unknown>
}

/** Emulator, phones, automator and studio on one server. */
export interface Stage {
  /** The studio's page, as in http://127.0.0.1:9500. */
  url: string
  cloud: Cloud
  /** Where miniprogram-automator connects for somebody. */
  automatorUrl(openid: string): string
  stop(): Promise<void>
}

/** The mini-program's root: project.config.json names miniprogram/ and the functions. */
const project = resolve(import.meta.dirname, '../..')

/** Clock changes come in bursts while a journey goes on; phones hear of them this often at most. ms */
const CLOCK_PAUSE = 100

/** Starts everything. @throws when the port is taken, or a function doesn't build. */
export async function startStage(options: StageOptions): Promise<Stage> {
  const { dataDir, watch = false } = options
  mkdirSync(dataDir, { recursive: true })
  const { stageId, isNew } = stageOf(dataDir)
  const build: FunctionsBuild = {
    source: join(project, 'cloudfunctions'),
    out: options.functionsDir ?? join(project, 'dist/cloudfunctions'),
  }
  const watching = watch ? await watchFunctions(build, () => undefined) : await buildFunctions(build)
  const phones = serveMiniProgram({ projectDir: join(project, 'miniprogram'), mount: '/phone/', watch })
  const automator = createAutomator({
    phoneUrl: (person) =>
      `${cloud.url}/phone/phone.html?${new URLSearchParams({ person, cloud: cloud.url, frame: 'none' })}`,
    accounts: () => stagePeople().map(({ openid, name }) => ({ openid, nickName: name })),
    clockOffset: () => cloud.clock.now() - Date.now(),
  })
  const cloud = await startCloud({
    port: options.port,
    dataDir,
    functionsDir: build.out,
    indexesFile: join(build.source, 'indexes.json'),
    clock: options.clock,
    wakes: [{ collection: 'tickets', field: 'nextWakeAt' }],
    routes: studioRoutes({ cloud: () => cloud, phones, stageId }),
    upgrade(request, socket, head) {
      if (!automator.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
    },
  })
  if (isNew) await options.seed?.(cloud)
  const unfollow = followClock(cloud, (offset) => automator.setClockOffset(offset))
  return {
    url: cloud.url,
    cloud,
    automatorUrl: (openid) => `${cloud.url.replace('http', 'ws')}/automator/${encodeURIComponent(openid)}`,
    async stop() {
      unfollow()
      phones.close()
      await automator.close()
      if ('stop' in watching) await watching.stop()
      await cloud.stop()
    },
  }
}

/** The name of a stage's data, so that phones can tell when it was made anew. */
function stageOf(dataDir: string): { stageId: string; isNew: boolean } {
  const file = join(dataDir, 'stage.json')
  if (existsSync(file)) {
    const { stageId } = JSON.parse(readFileSync(file, 'utf8')) as { stageId: string }
    return { stageId, isNew: false }
  }
  const stageId = randomUUID()
  writeFileSync(file, JSON.stringify({ stageId }))
  return { stageId, isNew: true }
}

/** @returns the way to stop following */
function followClock({ clock }: Cloud, told: (offset: number) => Promise<void>): () => void {
  let waiting: NodeJS.Timeout | undefined
  const unfollow = clock.onChange(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      void told(clock.now() - Date.now())
    }, CLOCK_PAUSE)
  })
  return () => {
    unfollow()
    clearTimeout(waiting)
  }
}
