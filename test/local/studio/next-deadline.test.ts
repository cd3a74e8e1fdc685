import { expect, test } from 'vitest'
import { nextDeadlineOf } from '../../../local/studio/next-deadline'
import type { Clock } from '../../../typings/contract/clock'

const aTicket = (...clocks: Partial<Clock>[]) => ({ clocks: clocks as Clock[] })

test.each([
  ['the first of those ahead', [aTicket({ dueAt: 300 }, { dueAt: 200 }), aTicket({ dueAt: 250 })], 200],
  ['another clock where one of the ticket is late', [aTicket({ dueAt: 50 }, { dueAt: 200 })], 200],
  ['none that has stopped', [aTicket({ dueAt: 150, outcome: 'met' as const }, { dueAt: 200 })], 200],
  ['nothing where all are late', [aTicket({ dueAt: 50 })], undefined],
])('the next deadline is %s', (_, tickets, due) => {
  expect(nextDeadlineOf(tickets, 100)).toBe(due)
})
