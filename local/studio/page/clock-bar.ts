import type { ClockOrder, StudioClock } from '../state'
import * as api from './api'
import { element } from './element'
import type { View } from './view'
import { dateWords, timeWords } from './words'

const journeys = [
  ['hour', '+1 小时', '走过一小时，途中到点的事都会发生'],
  ['workday', '+1 工作日', '走到下一个工作日的同一时刻，跳过周末和节假日'],
  ['deadline', '到下一时限', '走到最近一个时限刚过的那一刻'],
  ['wake', '到下一件事', '走到定时任务下一次有事可做的时刻'],
  ['now', '回到现在', '走到您电脑上的时间'],
] as const

/** Emulated ms per real ms. */
const speeds = [
  [0, '暂停'],
  [1, '正常'],
  [60, '快 60 倍'],
  [600, '快 600 倍'],
  [3600, '快 3600 倍'],
] as const

interface Hearers {
  /** Before an order: what went wrong with the last is of yesterday. */
  asked(): void
  /** Asks the stage again at once. */
  moved(): Promise<void>
  failed(error: unknown): void
}

/** The emulator's time and what can be done to it. */
export function clockBar({ asked, moved, failed }: Hearers): View {
  const date = element('span', { className: 'date' })
  const time = element('strong', { className: 'time' })
  const day = element('span', { className: 'day' })
  const buttons = journeys.map(([go, words, title]) =>
    element('button', { type: 'button', title, onclick: () => void order({ go }) }, words),
  )
  const speed = element(
    'select',
    { attributes: { 'aria-label': '时间走得多快' } },
    ...speeds.map(([rate, words]) => element('option', { value: String(rate) }, words)),
  )
  speed.onchange = () => void order({ rate: Number(speed.value) })
  const node = element(
    'section',
    { className: 'clock', attributes: { 'aria-label': '演示时间' } },
    element('div', { className: 'reading' }, time, element('div', {}, date, day)),
    element('div', { className: 'journeys' }, ...buttons, speed),
  )

  let shown: StudioClock | undefined
  let shownAt = 0
  function tick(): void {
    if (shown === undefined) return
    const now = shown.now + (performance.now() - shownAt) * shown.rate
    time.textContent = timeWords(now)
    date.textContent = dateWords(now)
  }
  setInterval(tick, 200)

  async function order(wanted: ClockOrder): Promise<void> {
    asked()
    node.classList.add('moving')
    for (const button of buttons) button.disabled = true
    try {
      await api.moveClock(wanted)
    } catch (error) {
      failed(error)
    } finally {
      await moved()
      node.classList.remove('moving')
      for (const button of buttons) button.disabled = false
    }
  }

  return {
    node,
    update({ clock }) {
      shown = clock
      shownAt = performance.now()
      day.textContent = clock.day
      day.classList.toggle('off', !/工作日|上班/.test(clock.day))
      node.classList.toggle('paused', clock.rate === 0)
      if (document.activeElement !== speed) speed.value = String(clock.rate)
      tick()
    },
  }
}
