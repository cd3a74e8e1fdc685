import { dayOf, nextWorkday } from '../../cloudfunctions/domain/calendar/work-calendar'
import { workCalendar } from '../../cloudfunctions/domain/calendar/national'
import { localDate, startOfDay } from '../../cloudfunctions/domain/calendar/local-time'
import { CloudError } from '../cloudbase/action'
import type { Cloud } from '../cloudbase/cloud'
import type { ClockOrder, Journey, StudioClock } from './state'

const HOUR_MS = 3_600_000

type NextDeadline = (after: number) => Promise<number | undefined> | number | undefined

/**
 * Moves the emulator's clock as a button of the clock bar asks, living through every timer run on the way.
 * @param nextDeadline the first stored deadline after an instant, if there is one
 * @throws CloudError in words for the person at the bar
 */
export async function moveClock(
  order: ClockOrder,
  { clock, timers }: Pick<Cloud, 'clock' | 'timers'>,
  nextDeadline: NextDeadline,
): Promise<Journey> {
  const from = clock.now()
  if ('rate' in order) {
    clock.setRate(order.rate)
    return { from, to: from }
  }
  if (order.go === 'wake') {
    const to = await timers.jumpToNext()
    if (to === undefined) throw new CloudError('CLOCK_NOTHING_AHEAD', '前面没有要办的事。')
    return { from, to, ticks: 1 }
  }
  const to = await destination(order.go, from, nextDeadline)
  return { from, to, ticks: await timers.jumpTo(to) }
}

async function destination(
  go: 'now' | 'hour' | 'workday' | 'deadline',
  from: number,
  nextDeadline: NextDeadline,
): Promise<number> {
  if (go === 'hour') return from + HOUR_MS
  if (go === 'workday') return sameTimeNextWorkday(from)
  if (go === 'deadline') {
    const due = await nextDeadline(from)
    if (due === undefined) throw new CloudError('CLOCK_NOTHING_AHEAD', '前面没有未到的时限。')
    // One second past it: at the very instant a reply is still on time.
    return due + 1_000
  }
  const real = Date.now()
  if (real < from) {
    throw new CloudError(
      'CLOCK_BACKWARDS',
      '演示时间已经走到现在之后，不能倒流。要从头来，请用 npm start -- --reset 重新启动。',
    )
  }
  return real
}

/** The same time of day on the next workday of the offices' calendar. ms UTC */
export function sameTimeNextWorkday(at: number): number {
  const today = localDate(at)
  return startOfDay(nextWorkday(workCalendar, today)) + (at - startOfDay(today))
}

export function clockState({ clock }: Pick<Cloud, 'clock'>): StudioClock {
  const now = clock.now()
  const { kind, name } = dayOf(workCalendar, localDate(now))
  const words = { workday: '工作日', weekend: '周末', holiday: `${name}放假`, shift: `${name}调休上班` }
  return { now, rate: clock.reading().rate, day: words[kind] }
}
