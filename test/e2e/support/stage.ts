import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Cloud } from '../../../local/cloudbase/cloud'
import type { StudioProject } from '../../../local/studio/project'
import { type MiniProgramServer, serveMiniProgram } from '../../../local/simulator/server'
import { type Studio, startStudio } from '../../../local/studio/studio'
import { thisProject } from '../../../local/studio/this-project'
import { theBrowser } from '../../support/browser'
import { connectPhone, type TestPhone } from './phone'

/** Set, the suite drives WeChat's own DevTools there and starts nothing: only for *.devtools.e2e.test.ts. */
const devtools = process.env.MP_WS_ENDPOINT

export interface SuiteStage {
  /** A phone for somebody, closed when the suite ends. In DevTools it is whoever is logged in there. */
  phone(openid: string): Promise<TestPhone>
  /** @throws in DevTools, where nobody moves the time. */
  readonly cloud: Cloud
  readonly url: string
}

export interface StageSettings {
  /** First instant, ms UTC, and rate: 0 stands still, 1 is real time. */
  clock?: { startAt?: number; rate?: number }
  project?: () => StudioProject
}

/** Compiled once a process, by the mini-program's folder. */
const served = new Map<string, MiniProgramServer>()

function phonesOf(projectDir: string): MiniProgramServer {
  const phones = served.get(projectDir) ?? serveMiniProgram({ projectDir, mount: '/phone/' })
  served.set(projectDir, phones)
  return phones
}

/** Call it at the top of a suite: one emulator and its phones on a free port, with data of their own. */
export function stage({ clock, project = thisProject }: StageSettings = {}): SuiteStage {
  let studio: Studio | undefined
  const phones: TestPhone[] = []
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'))

  beforeAll(async () => {
    if (devtools !== undefined) return
    const played = project()
    studio = await startStudio(played, {
      dataDir: join(folder, 'data'),
      ...(project === thisProject
        ? { functionsDir: inject('functionsDir'), prebuilt: true }
        : { functionsDir: join(folder, 'functions') }),
      phones: phonesOf(played.miniprogramDir),
      launch: theBrowser,
      // A page asks for several things at once; on two cores more processes only cost their start.
      maxInstances: 1,
      ...(clock && { clock }),
    })
  })
  afterAll(async () => {
    for (const phone of phones) phone.close()
    await studio?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const running = (): Studio => {
    if (studio === undefined)
      throw new Error('In DevTools there is no stage: this test needs one phone and no clock.')
    return studio
  }
  return {
    async phone(openid) {
      const phone = await connectPhone(devtools ?? running().automatorUrl(openid))
      phones.push(phone)
      return phone
    },
    get cloud() {
      return running().cloud
    },
    get url() {
      return running().url
    },
  }
}
