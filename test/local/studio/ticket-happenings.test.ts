import { expect, test } from 'vitest'
import { ticketHappenings } from '../../../local/studio/ticket-happenings'
import type { HistoryEntry } from '../../../typings/contract/ticket'

const aLine = (line: Partial<HistoryEntry>): HistoryEntry => ({
  seq: 1,
  at: 100,
  what: 'rung',
  role: 'system',
  from: 'dispatched',
  to: 'dispatched',
  visibility: 'internal',
  ...line,
})

test.each([
  ['a rung in words', { what: 'rung', code: 'reply:1:yellow' }, ['答复黄牌：时限过了七成']],
  ['a daily rung', { what: 'rung', code: 'promise:0:supervise:2026-06-12' }, ['答复承诺每日督办']],
  ['a deed with its reason', { what: 'dispatch', text: '按目录派单' }, ['派单：按目录派单']],
  ['a deed it has no word for by its name', { what: 'newDeed' }, ['newDeed']],
  ['nothing that a person did', { what: 'reply', role: 'contact' as const }, []],
  ['nothing from before', { at: 99 }, []],
])('tells %s', (_, line, words) => {
  const told = ticketHappenings([{ number: '20260612-A', history: [aLine(line)] }], [], 100)
  expect(told.map(({ text }) => text)).toEqual(words)
})

test('one message to several people is one line', () => {
  const message = { number: '20260612-A', title: '即将超期', at: 120 }
  const told = ticketHappenings([], [message, message, { ...message, title: '请您评价' }], 100)
  expect(told.map(({ text }) => text)).toEqual(['通知 2 人：即将超期', '通知：请您评价'])
})
