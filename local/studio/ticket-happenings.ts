import { clockName } from '../../cloudfunctions/domain/ticket/clock-kinds'
import type { ClockKind, RungAction } from '../../typings/contract/directory'
import type { Message } from '../../typings/contract/messages'
import type { HistoryEntry, TicketFields } from '../../typings/contract/ticket'
import type { Happening } from './state'

const rungWords: Readonly<Record<RungAction, string>> = {
  yellow: '黄牌：时限过了七成',
  remind: '催办：还剩不到一天',
  red: '红牌：超过时限',
  supervise: '每日督办',
  raise: '提级督办',
  interview: '约谈',
}

/** What the scheduler writes into a ticket's history. */
const deeds: Readonly<Record<string, string>> = {
  acceptedBySilence: '退回期已过，视为接单',
  blockReviewDue: '挂账到了复查的日子',
  callDue: '该打回访电话了',
  close: '归档',
  commitmentBroken: '承诺的日子到了，没有兑现',
  dispatch: '派单',
  evaluate: '没有等到评价，按规定计入',
}

type Told = Pick<Message, 'number' | 'title' | 'at'>
type Lived = Pick<TicketFields, 'number'> & { history: readonly HistoryEntry[] }

/** What nobody did: lines that the scheduler wrote on tickets, and the messages that went out. Sorted by nobody. */
export function ticketHappenings(
  tickets: readonly Lived[],
  messages: readonly Told[],
  from: number,
): Happening[] {
  return [
    ...tickets.flatMap(({ number, history }) =>
      history
        .filter(({ role, at }) => role === 'system' && at >= from)
        .map((entry): Happening => ({ at: entry.at, to: number, text: deedWords(entry), kind: 'done' })),
    ),
    ...toldOnce(messages),
  ]
}

/** One message to several people is one line. */
function toldOnce(messages: readonly Told[]): Happening[] {
  const told = new Map<string, { message: Told; people: number }>()
  for (const message of messages) {
    const key = `${message.number} ${message.at} ${message.title}`
    const before = told.get(key)
    if (before) before.people += 1
    else told.set(key, { message, people: 1 })
  }
  return [...told.values()].map(({ message: { at, number, title }, people }) => ({
    at,
    to: number ?? '',
    text: people > 1 ? `通知 ${people} 人：${title}` : `通知：${title}`,
    kind: 'done',
  }))
}

/** @param entry `rung` carries its clock in its code, as in `reply:1:supervise:2026-06-12`. */
function deedWords({ what, code, text }: HistoryEntry): string {
  if (what !== 'rung') return [deeds[what] ?? what, text].filter(Boolean).join('：')
  const [clock = '', , rung = ''] = (code ?? '').split(':')
  return `${clockName[clock as ClockKind] ?? clock}${rungWords[rung as RungAction] ?? rung}`
}
