import type { Cloud } from '../cloudbase/cloud'
import { readObject } from '../cloudbase/door/developer'
import type { Routes, Visit } from '../cloudbase/door/door'
import { replyJson } from '../cloudbase/door/reply'
import type { MiniProgramServer } from '../simulator/server'
import { CloudError } from '../cloudbase/action'
import { clockState, moveClock } from './clock-orders'
import { makePage, type PageFiles } from './page-files'
import { stagePeople } from './people'
import type { ClockOrder, Journey, StudioState } from './state'

/** As many calls are listed. */
const CALLS_SHOWN = 12
const LINES_SHOWN = 200

interface Surroundings {
  /** Known once the door is open. */
  cloud(): Cloud
  phones: MiniProgramServer
  stageId: string
}

/** The studio's page, what it asks, and the phones. */
export function studioRoutes({ cloud, phones, stageId }: Surroundings): Routes {
  let page: Promise<PageFiles> | undefined
  let journey: Journey | null = null
  const file = (pick: (files: PageFiles) => string, type: string) => async (visit: Visit) => {
    page ??= makePage()
    visit.response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
    visit.response.end(pick(await page))
  }
  const pages: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
    'page.js': file(({ script }) => script, 'text/javascript'),
    'page.css': file(({ style }) => style, 'text/css'),
  }

  return {
    'GET /': file(({ html }) => html, 'text/html'),
    async 'GET /studio'(visit) {
      const asked = pages[visit.rest]
      if (asked !== undefined) return asked(visit)
      if (visit.rest === 'people') return replyJson(visit.response, 200, stagePeople())
      if (visit.rest === 'state') return replyJson(visit.response, 200, look(cloud(), journey, stageId))
      throw new CloudError('NOT_FOUND', `演示台没有 ${visit.rest}。`)
    },
    async 'POST /studio'(visit) {
      if (visit.rest !== 'clock') throw new CloudError('NOT_FOUND', `演示台没有 ${visit.rest}。`)
      const order = await readOrder(visit)
      const { clock, timers, database } = cloud()
      // Set before the journey, so that lines are seen while it goes on.
      journey = { from: clock.now(), to: clock.now() }
      journey = await moveClock(order, { clock, timers }, async (after) => {
        const due = await database.earliest('tickets', 'nextDeadlineAt')
        return due !== undefined && due > after ? due : undefined
      })
      replyJson(visit.response, 200, journey)
    },
    async 'GET /phone'({ request, response, rest }) {
      if (await phones.handle(request, response)) return
      throw new CloudError('NOT_FOUND', `手机里没有 ${rest}。`)
    },
  }
}

async function readOrder(visit: Visit): Promise<ClockOrder> {
  const { go, rate } = (await readObject(visit)) as { go?: unknown; rate?: unknown }
  if (typeof rate === 'number') return { rate }
  const known = ['now', 'hour', 'workday', 'deadline', 'wake'] as const
  const asked = known.find((name) => name === go)
  if (asked === undefined) throw new CloudError('INVALID_PARAM', '时钟不认识这个要求。')
  return { go: asked }
}

function look(cloud: Cloud, journey: Journey | null, stageId: string): StudioState {
  const { runner, meter, weChat } = cloud
  const timed = new Set(runner.triggers().map((trigger) => trigger.function))
  const from = journey?.from ?? Number.NEGATIVE_INFINITY
  return {
    stageId,
    clock: clockState(cloud),
    calls: meter.invocations().slice(-CALLS_SHOWN).reverse(),
    offences: meter.offences(),
    lines: runner.logs
      .read()
      .filter((line) => timed.has(line.function) && line.at >= from)
      .slice(-LINES_SHOWN),
    journey:
      journey === null || journey.ticks !== undefined ? journey : { ...journey, to: cloud.clock.now() },
    inbox: weChat.inbox.read(),
  }
}
