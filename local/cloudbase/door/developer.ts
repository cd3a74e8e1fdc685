import { CloudError } from '../action'
import type { Clock } from '../clock/clock'
import type { Meter } from '../meter'
import type { Runner } from '../runner/runner'
import type { Timers } from '../timers/timers'
import type { Routes, Visit } from './door'
import { invokeAsPhone, PHONE_EVENT_BYTES_MAX } from './invoke'
import { replyJson, replyText } from './reply'
import { parseObject, readBody } from './request-body'

export interface DeveloperOptions {
  runner: Runner
  clock: Clock
  timers: Timers
  meter: Meter
}

/** The developer's door: call a function as anybody, move the clock, read the meter and the logs. */
export function developerRoutes({ runner, clock, timers, meter }: DeveloperOptions): Routes {
  return {
    async 'POST /invoke'({ request, response, url, rest, requestId }) {
      const event = await readBody(request, PHONE_EVENT_BYTES_MAX)
      parseObject(event)
      const openid = url.searchParams.get('openid') ?? undefined
      const answer = await invokeAsPhone(
        runner,
        decodeURIComponent(rest),
        event.toString('utf8'),
        openid,
        requestId,
      )
      replyText(response, 200, answer.text)
    },
    'GET /clock'({ response }) {
      replyJson(response, 200, clockState(clock))
    },
    async 'POST /clock'(visit) {
      await moveClock(await readObject(visit), clock, timers)
      replyJson(visit.response, 200, clockState(clock))
    },
    'GET /meter'({ response, url }) {
      const limit = Number(url.searchParams.get('limit') ?? 20)
      replyJson(response, 200, {
        total: meter.total(),
        byCall: meter.byCall(),
        offences: meter.offences(),
        coldStartsMs: runner.coldStarts(),
        last: meter.invocations().slice(-limit),
      })
    },
    'GET /logs'({ response, url }) {
      const query = Object.fromEntries(url.searchParams)
      const limit = query.limit === undefined ? 200 : Number(query.limit)
      replyJson(
        response,
        200,
        runner.logs.read({ requestId: query.requestId, function: query.function, limit }),
      )
    },
  }
}

/** Bytes of the small orders of the door. */
const ORDER_BYTES_MAX = 64 * 1024

export async function readObject({ request }: Visit): Promise<Record<string, unknown>> {
  return parseObject(await readBody(request, ORDER_BYTES_MAX))
}

function clockState(clock: Clock): Record<string, unknown> {
  const now = clock.now()
  const local = new Date(now + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
  return { now, local, mode: clock.mode, rate: clock.reading().rate }
}

/** One order: `{rate}`, `{set, reset?}`, `{advance}` (ms), `{jump: ms | 'next'}`; instants are ms UTC or ISO texts. */
async function moveClock(order: Record<string, unknown>, clock: Clock, timers: Timers): Promise<void> {
  if ('rate' in order) return clock.setRate(Number(order.rate))
  if ('set' in order) return timers.set(instant(order.set), { reset: order.reset === true })
  if ('advance' in order) return void (await timers.jumpTo(clock.now() + Number(order.advance)))
  if (order.jump === 'next') return void (await timers.jumpToNext())
  if ('jump' in order) return void (await timers.jumpTo(instant(order.jump)))
  throw new CloudError('INVALID_PARAM', 'The clock takes one of rate, set, advance, jump.')
}

function instant(value: unknown): number {
  const at = typeof value === 'string' ? Date.parse(value) : value
  if (typeof at !== 'number' || !Number.isFinite(at)) {
    throw new CloudError('CLOCK_INSTANT_INVALID', 'An instant is ms UTC or an ISO text with its zone.')
  }
  return at
}
