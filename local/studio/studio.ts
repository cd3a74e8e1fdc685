import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildFunctions, type FunctionsBuild, watchFunctions } from '../build/functions'
import type { Cloud, CloudOptions } from '../cloudbase/cloud'
import type { Browser } from 'playwright-core'
import { createAutomator } from '../simulator/automator/server'
import { type MiniProgramServer, serveMiniProgram } from '../simulator/server'
import type { StudioProject } from './project'
import { studioRoutes } from './studio-routes'

export interface StudioOptions {
  /** 0 (the default) takes a free one. */
  port?: number
  /** Everything durable lies here. */
  dataDir: string
  /** Where functions are built to. Default: dist/cloudfunctions, what is uploaded. */
  functionsDir?: string
  /** `functionsDir` holds them already. */
  prebuilt?: boolean
  /** The phones, mounted at /phone/, where the caller has them already and closes them. */
  phones?: MiniProgramServer
  /** A browser of the caller's for the automator. */
  launch?: () => Promise<Browser>
  /** Builds and reloads on save. */
  watch?: boolean
  /** First instant (ms UTC) and rate of a new stage's clock. */
  clock?: { startAt?: number; rate?: number }
  /** How often a due timer tick is fired: 0 misses it, 2 doubles it. */
  disturb?: CloudOptions['disturb']
  /** Processes of one function at once. */
  maxInstances?: number
}

/** Emulator, phones, automator and studio on one server. */
export interface Studio {
  /** The studio's page, as in http://127.0.0.1:9500. */
  url: string
  cloud: Cloud
  /** Where miniprogram-automator connects for somebody. */
  automatorUrl(openid: string): string
  stop(): Promise<void>
}

/** Clock changes come in bursts while a journey goes on; phones hear of them this often at most. ms */
const CLOCK_PAUSE = 100

/** Starts everything. @throws when the port is taken, or a function doesn't build. */
/** What this account's owner added in WeChat's console (docs/decisions/0023-reading-aloud.md). */
const accountPlugins = 'WechatSI'

export async function startStudio(project: StudioProject, options: StudioOptions): Promise<Studio> {
  const { dataDir, watch = false } = options
  mkdirSync(dataDir, { recursive: true })
  const stageId = stageIdOf(dataDir)
  const build: FunctionsBuild = {
    source: project.functionsSource,
    out: options.functionsDir ?? join(dirname(project.functionsSource), 'dist/cloudfunctions'),
  }
  const watching = watch ? await watchFunctions(build, () => undefined) : undefined
  if (!watch && !options.prebuilt) await buildFunctions(build)
  const phones =
    options.phones ?? serveMiniProgram({ projectDir: project.miniprogramDir, mount: '/phone/', watch })
  const automator = createAutomator({
    phoneUrl: (person) =>
      `${cloud.url}/phone/phone.html?${new URLSearchParams({ person, cloud: cloud.url, frame: 'none', plugins: accountPlugins })}`,
    accounts: () => project.people().map(({ openid, name }) => ({ openid, nickName: name })),
    clockOffset: () => cloud.clock.now() - Date.now(),
    ...(options.launch && { launch: options.launch }),
  })
  const cloud = await project.open({
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.clock && { clock: options.clock }),
    ...(options.disturb && { disturb: options.disturb }),
    ...(options.maxInstances && { maxInstances: options.maxInstances }),
    dataDir,
    functionsDir: build.out,
    routes: studioRoutes({ project, cloud: () => cloud, phones, stageId }),
    upgrade(request, socket, head) {
      if (!automator.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
    },
  })
  const unfollow = followClock(cloud, (offset) => automator.setClockOffset(offset))
  return {
    url: cloud.url,
    cloud,
    automatorUrl: (openid) => `${cloud.url.replace('http', 'ws')}/automator/${encodeURIComponent(openid)}`,
    async stop() {
      unfollow()
      if (!options.phones) phones.close()
      await automator.close()
      await watching?.stop()
      await cloud.stop()
    },
  }
}

/** The name of a stage's data, so that phones can tell when it was made anew. */
function stageIdOf(dataDir: string): string {
  const file = join(dataDir, 'stage.json')
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { stageId: string }).stageId
  const stageId = randomUUID()
  writeFileSync(file, JSON.stringify({ stageId }))
  return stageId
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
