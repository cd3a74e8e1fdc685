import type { Cloud } from '../cloudbase/cloud'
import type { MeteredInvocation } from '../cloudbase/meter'
import { readObject } from '../cloudbase/door/developer'
import type { Routes, Visit } from '../cloudbase/door/door'
import { replyJson } from '../cloudbase/door/reply'
import type { MiniProgramServer } from '../simulator/server'
import { CloudError } from '../cloudbase/action'
import { clockState, moveClock } from './clock-orders'
import { makePage, type PageFiles } from './page-files'
import type { StudioProject } from './project'
import type { CallRun, ClockOrder, Happening, InboxItem, Journey, StudioState } from './state'

/** As many calls are listed. */
const CALLS_SHOWN = 12
const HAPPENINGS_SHOWN = 200
const INBOX_SHOWN = 50

interface Surroundings {
  project: StudioProject
  /** Known once the door is open. */
  cloud(): Cloud
  phones: MiniProgramServer
  stageId: string
}

/** The studio's page, what it asks, and the phones. */
export function studioRoutes({ project, cloud, phones, stageId }: Surroundings): Routes {
  let page: Promise<PageFiles> | undefined
  let journey: Journey | null = null
  /** Where the first journey began: what happened since is one story. */
  let storyFrom: number | undefined
  /** Reading tickets takes time; nothing happens without a call. */
  const happenings = remembered((stage: Cloud, from: number) => project.happenings(stage, from))
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
      if (visit.rest === 'people') return replyJson(visit.response, 200, project.people())
      if (visit.rest === 'state') {
        const people = visit.url.searchParams.getAll('person')
        return replyJson(visit.response, 200, look(cloud(), journey, people))
      }
      throw new CloudError('NOT_FOUND', `演示台没有 ${visit.rest}。`)
    },
    async 'POST /studio'(visit) {
      if (visit.rest !== 'clock') throw new CloudError('NOT_FOUND', `演示台没有 ${visit.rest}。`)
      const order = await readOrder(visit)
      const { clock, timers } = cloud()
      // Set before the journey, so that lines are seen while it goes on.
      journey = { from: clock.now(), to: clock.now() }
      storyFrom ??= journey.from
      journey = await moveClock(order, { clock, timers }, (after) => project.nextDeadline(cloud(), after))
      replyJson(visit.response, 200, journey)
    },
    async 'GET /phone'({ request, response, rest }) {
      if (await phones.handle(request, response)) return
      throw new CloudError('NOT_FOUND', `手机里没有 ${rest}。`)
    },
  }

  function look(stage: Cloud, past: Journey | null, people: readonly string[]): StudioState {
    const { meter, clock } = stage
    const from = storyFrom ?? clock.now()
    const calls = meter.invocations()
    return {
      stageId,
      clock: clockState(stage),
      calls: runsOf(calls).slice(0, CALLS_SHOWN),
      offences: meter.offences(),
      happenings: [...happenings(`${from} ${calls.at(-1)?.requestId}`, stage, from), ...written(stage, from)]
        .sort((a, b) => a.at - b.at)
        .slice(-HAPPENINGS_SHOWN),
      journey: past && { ...past, to: past.ticks === undefined ? clock.now() : past.to },
      inboxes: Object.fromEntries(
        people.map((openid) => [openid, inboxOf(stage, openid, project.messages(stage, openid))]),
      ),
    }
  }
}

/** Newest first; a journey's hundred timer runs are one line. */
function runsOf(calls: readonly MeteredInvocation[]): CallRun[] {
  const runs: CallRun[] = []
  for (const call of calls.toReversed()) {
    const run = runs.at(-1)
    if (run?.last.call === call.call && run.last.failed === call.failed) run.times += 1
    else runs.push({ last: call, times: 1 })
  }
  return runs
}

/** Newest first. */
function inboxOf({ weChat }: Cloud, openid: string, messages: readonly InboxItem[]): InboxItem[] {
  const notices = weChat.inbox.read(openid).map(({ id, at, title, page, lines }): InboxItem => ({
    id,
    at,
    through: '微信通知',
    title,
    text: lines.map(({ caption, value }) => `${caption}：${value}`).join('\n'),
    page,
  }))
  return [...notices, ...messages].sort((a, b) => b.at - a.at).slice(0, INBOX_SHOWN)
}

/** Keeps the last answer for as long as the key is the same. */
function remembered<Args extends unknown[], Answer>(
  work: (...args: Args) => Answer,
): (key: string, ...args: Args) => Answer {
  let last: { key: string; answer: Answer } | undefined
  return (key, ...args) => {
    if (last?.key !== key) last = { key, answer: work(...args) }
    return last.answer
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

/** What functions with timers wrote. */
function written({ runner }: Cloud, from: number): Happening[] {
  const timed = new Set(runner.triggers().map((trigger) => trigger.function))
  return runner.logs
    .read()
    .filter((line) => timed.has(line.function) && line.at >= from)
    .map(({ at, text, function: to, level }) => ({
      at,
      text,
      to,
      kind: level === 'error' ? 'failed' : 'written',
    }))
}
