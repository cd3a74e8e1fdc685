import type { Offence } from '../../cloudbase/meter'
import type { CallRun, Happening, Journey } from '../state'
import { element, redraw } from './element'
import { callTable } from './call-table'
import type { View } from './view'
import { momentWords, spanWords, timeWords } from './words'

/** What happened behind the phones: what the timers did while time went by, and what the last calls cost. */
export function activityPanel(): View {
  const scheduler = element('div', { className: 'lines' })
  const calls = element('div', { className: 'calls' })
  const node = element(
    'aside',
    { className: 'activity' },
    element('section', {}, element('h2', {}, '定时任务做了什么'), scheduler),
    element('section', {}, element('h2', {}, '最近的调用花了多少'), calls),
  )
  return {
    node,
    update({ happenings, journey, calls: recent, offences }) {
      const last = happenings.at(-1)
      redraw(scheduler, `${journey?.from} ${journey?.to} ${happenings.length} ${last?.at}`, () =>
        timerLines(happenings, journey),
      )
      redraw(calls, `${recent[0]?.last.requestId} ${offences.length}`, () => costs(recent, offences))
    },
  }
}

function timerLines(happenings: readonly Happening[], journey: Journey | null): readonly Node[] {
  const empty = journey ? '这段时间里没有到点的事。' : '拨动上面的时钟，到点的事会出现在这里。'
  return [
    ...(journey === null ? [] : [element('p', { className: 'journey' }, journeyWords(journey))]),
    ...(happenings.length === 0 ? [element('p', { className: 'empty' }, empty)] : []),
    ...[...happenings]
      .reverse()
      .map(({ at, text, to, kind }) =>
        element(
          'p',
          { className: kind },
          element('time', { title: timeWords(at) }, momentWords(at)),
          element('em', {}, to),
          text,
        ),
      ),
  ]
}

function journeyWords({ from, to, ticks }: Journey): string {
  const runs = ticks === undefined ? '' : `，定时任务运行了 ${ticks} 次`
  if (to === from) return `从 ${momentWords(from)} 起`
  return `${momentWords(from)} → ${momentWords(to)}，过了 ${spanWords(to - from)}${runs}`
}

function costs(calls: readonly CallRun[], offences: readonly Offence[]): readonly Node[] {
  if (calls.length === 0) {
    return [element('p', { className: 'empty' }, '在手机上点一点，每次云函数调用的花费会列在这里。')]
  }
  return [
    ...offences.map(({ call, collection, why, documentsExamined, times }) =>
      element(
        'p',
        { className: 'offence' },
        `${call} 查 ${collection}：${why === 'no index' ? '没有用到索引' : `翻看了 ${documentsExamined} 份文档`}（${times} 次）`,
      ),
    ),
    callTable(calls),
  ]
}
