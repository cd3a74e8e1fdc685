/// <reference types="miniprogram-api-typings" />
import { describe, expect, test, vi } from 'vitest'
import type { TicketView } from '../../typings/contract/views'
import { figuresOf } from '../../miniprogram/oversight/figures'
import { tallyOf } from '../../miniprogram/staff/inbox/tally'
import { dropValues, keepValues, keptValues } from '../../miniprogram/staff/sheet-draft'
import { offerOf, stepNamed } from '../../miniprogram/staff/steps/all-steps'
import type { Field } from '../../miniprogram/staff/steps/step'

const at = (local: string) => Date.parse(`${local}:00+08:00`)
const now = at('2026-06-03T10:00')
const card = (due: string, status: 'dispatched' | 'acknowledged' = 'acknowledged') => ({
  status,
  nextDeadlineAt: at(due),
})

describe('the banner of the inbox', () => {
  test('counts what is overdue, due today and to be acknowledged', () => {
    const cards = [
      card('2026-06-02T18:00'),
      card('2026-06-03T09:59'),
      card('2026-06-03T18:00', 'dispatched'),
      card('2026-06-04T00:00'),
    ]
    expect(tallyOf(cards, now, false)).toEqual({
      today: '1',
      overdue: '2',
      toAcknowledge: '1',
      handling: '3',
    })
  })

  test('says that there may be more only where the rest of the list could raise a count', () => {
    expect(tallyOf([card('2026-06-02T18:00')], now, true)).toMatchObject({ overdue: '1+', today: '0+' })
    const beyond = [card('2026-06-02T18:00'), card('2026-06-05T18:00')]
    expect(tallyOf(beyond, now, true)).toMatchObject({ overdue: '1', today: '0', handling: '2+' })
  })
})

test('what was written on a step’s sheet is there again; a choice is not; once given nothing is left', () => {
  const storage = new Map<string, unknown>()
  vi.stubGlobal('wx', {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
  })
  const fields = stepNamed('handOver').fields as readonly Field[]
  keepValues('t', 'handOver', fields, { done: '去过现场', grant: 'yes', next: ' ' })
  expect(keptValues('t', 'handOver')).toEqual({ done: '去过现场' })
  expect(keptValues('another', 'handOver')).toEqual({})
  dropValues('t', 'handOver')
  expect(storage.size).toBe(0)
  vi.unstubAllGlobals()
})

describe('what a reader is offered', () => {
  const lead = { designated: false, returnUntil: now + 1, stint: 1 } as TicketView['lead']
  const standing = (part: Partial<TicketView>) => ({
    ticket: {
      _id: 't',
      number: 'n',
      version: 1,
      status: 'acknowledged',
      subject: '',
      description: '',
      ...part,
    },
    now,
    departmentIds: ['city-management'],
    classes: ['department'],
  })
  const offer = (mayDo: string[], part: Partial<TicketView>) =>
    offerOf(mayDo, standing(part) as Parameters<typeof offerOf>[1])
  const names = (mayDo: string[], part: Partial<TicketView>) => {
    const { next, more } = offer(mayDo, part)
    return { next: next?.name, more: more.map(({ name }) => name) }
  }

  test.each<[string, string[], Partial<TicketView>, string | undefined, string[]]>([
    ['签收 is next', ['acknowledge', 'sendBack'], { lead }, 'acknowledge', ['sendBack']],
    [
      'contact is next until it was made',
      ['contactResident'],
      { nextStep: 'contactResident' },
      'contactResident',
      [],
    ],
    [
      'later contact stands behind 更多',
      ['contactResident'],
      { nextStep: 'reply' },
      undefined,
      ['contactResident'],
    ],
    [
      'no return once designated',
      ['sendBack'],
      { lead: { ...lead, designated: true } as TicketView['lead'] },
      undefined,
      [],
    ],
    [
      'no return past the window',
      ['sendBack'],
      { lead: { ...lead, returnUntil: now - 1 } as TicketView['lead'] },
      undefined,
      [],
    ],
    [
      'a ruling only where one was asked for',
      ['ruleReturn', 'ruleExtension'],
      { extension: { state: 'open' } as TicketView['extension'] },
      'ruleExtension',
      [],
    ],
    [
      'a report by the unit that was called in',
      ['reportCoTask'],
      {
        coTasks: [
          { id: 'c1', departmentId: 'city-management', state: 'open' },
        ] as unknown as TicketView['coTasks'],
      },
      'reportCoTask',
      [],
    ],
    [
      'none by another',
      ['reportCoTask'],
      {
        coTasks: [{ id: 'c1', departmentId: 'transport', state: 'open' }] as unknown as TicketView['coTasks'],
      },
      undefined,
      [],
    ],
    [
      'no phone call before its time',
      ['recordCall'],
      { status: 'callback', callback: { callAt: now + 1 } as TicketView['callback'] },
      undefined,
      ['recordCall'],
    ],
    [
      'a phone call from then on',
      ['recordCall'],
      { status: 'callback', callback: { callAt: now } as TicketView['callback'] },
      'recordCall',
      [],
    ],
  ])('%s', (_, mayDo, part, next, more) => {
    expect(names(mayDo, part)).toEqual({ next, more })
  })
})

test.each([
  [null, 0, 0, true, '—', ''],
  [1, 19, 19, true, '100%', '样本少，不排名'],
  [0.95, 19, 20, true, '95%', ''],
  [0.9, 27, 30, false, '90%', '样本少，不排名'],
])('a figure of %s over %s / %s reads %s %s %s', (value, numerator, denominator, ranked, words, caution) => {
  const rate = {
    id: 'response' as const,
    name: '响应率',
    form: 'share' as const,
    numerator,
    denominator,
    value,
    ranked,
  }
  const part = { rates: [rate], score: { value: null, ranked: false } }
  const sheet = { methodVersion: 1, before: part, after: part, invalidCallbacks: 0, openOverdue: 0 }
  expect(figuresOf(sheet)[0]).toMatchObject({ value: words, caution, parts: `${numerator} / ${denominator}` })
})
