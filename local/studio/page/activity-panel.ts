import type { MeteredInvocation, Offence } from '../../cloudbase/meter'
import type { LogLine } from '../../cloudbase/runner/log-ring'
import type { Journey, StagePerson } from '../state'
import { element, redraw } from './element'
import { callTable } from './call-table'
import type { View } from './view'
import { momentWords, spanWords, timeWords } from './words'

/** What happened behind the phones: what the timers did while time went by, and what the last calls cost. */
export function activityPanel(_people: readonly StagePerson[]): View {
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
    update({ lines, journey, calls: recent, offences }) {
      const last = lines.at(-1)
      redraw(scheduler, `${journey?.from} ${journey?.to} ${lines.length} ${last?.at}`, () =>
        timerLines(lines, journey),
      )
      redraw(calls, `${recent[0]?.requestId} ${offences.length}`, () => costs(recent, offences))
    },
  }
}

function timerLines(lines: readonly LogLine[], journey: Journey | null): readonly Node[] {
  return [
    ...(journey === null ? [] : [element('p', { className: 'journey' }, journeyWords(journey))]),
    ...(lines.length === 0
      ? [
          element(
            'p',
            { className: 'empty' },
            journey ? '定时任务没有写下什么。' : '拨动上面的时钟，到点的事会出现在这里。',
          ),
        ]
      : [...lines]
          .reverse()
          .map(({ at, text, level }) =>
            element(
              'p',
              { className: level },
              element('time', { title: timeWords(at) }, momentWords(at)),
              text,
            ),
          )),
  ]
}

function journeyWords({ from, to, ticks }: Journey): string {
  const runs = ticks === undefined ? '' : `，定时任务运行了 ${ticks} 次`
  if (to === from) return `从 ${momentWords(from)} 起`
  return `${momentWords(from)} → ${momentWords(to)}，过了 ${spanWords(to - from)}${runs}`
}

function costs(calls: readonly MeteredInvocation[], offences: readonly Offence[]): readonly Node[] {
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
