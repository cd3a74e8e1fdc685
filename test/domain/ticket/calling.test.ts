import { describe, expect, test } from 'vitest'
import type { SubmitInput } from '../../../typings/contract/commands'
import { aDistrict, aLife, without } from '../../support/builders'
import { inShanghai, shanghai } from '../calendar/shanghai'

describe('催办', () => {
  test('once a day, until local midnight', () => {
    const life = aLife().until('2026-06-01T23:58').do('expedite')
    expect(life.refusal('expedite')).toBe('EXPEDITE_LIMIT')
    expect(life.until('2026-06-02T00:00').refusal('expedite')).toBeUndefined()
  })

  test('five times in all', () => {
    const life = aLife({ status: 'acknowledged' })
    for (const day of ['01', '02', '03', '04', '05']) life.until(`2026-06-${day}T12:00`).do('expedite')
    expect(life.until('2026-06-08T12:00').refusal('expedite')).toBe('EXPEDITE_LIMIT')
  })

  test('goes sideways: the unit hears it, no clock moves', () => {
    const life = aLife()
    const { clocks } = life.ticket
    expect(life.do('expedite').messages()).toContain('expedited>contact-city-management')
    expect(life.ticket.clocks).toEqual(clocks)
  })
})

test('补充: ten times, and never restarts a clock', () => {
  const life = aLife()
  const { clocks } = life.ticket
  for (let n = 1; n <= 10; n++) life.do('supplement', { text: `第 ${n} 次补充` })
  expect(life.refusal('supplement')).toBe('SUPPLEMENT_LIMIT')
  expect(life.ticket.supplements.map(({ id }) => id)).toEqual(
    Array.from({ length: 10 }, (_, n) => `s${n + 1}`),
  )
  expect(life.ticket.clocks).toEqual(clocks)
})

describe('重新打开', () => {
  const closed = () => aLife({ status: 'closed' })

  test.each([
    ['to the very end of the thirtieth day', '2026-07-01T23:59', undefined],
    ['and not after', '2026-07-02T00:01', 'REOPEN_WINDOW_CLOSED'],
  ])('within thirty days, %s', (_when, at, code) => {
    expect(closed().until(at).refusal('reopen')).toBe(code)
  })

  test('goes on with the same unit, which needs not acknowledge it again; the promise is not given anew', () => {
    const life = closed().until('2026-06-10T09:00')
    const promises = life.ticket.clocks.filter(({ kind }) => kind === 'promise')
    life.do('reopen')
    expect(life.ticket).toMatchObject({ status: 'acknowledged', lead: { stint: 2 } })
    expect(life.ticket.clocks.filter(({ kind }) => kind === 'promise')).toEqual(promises)
    expect(inShanghai(life.clock('reply').startedAt)).toBe('2026-06-10T09:00')
  })

  test.each([
    ['nobody of it is left', without(['city-management'])],
    [
      'it was dissolved',
      {
        ...aDistrict(),
        departments: aDistrict().departments.map((unit) =>
          unit._id === 'city-management' ? { ...unit, active: false } : unit,
        ),
      },
    ],
  ])('the unit is gone (%s): it is dispatched anew by the centre, on a clock', (_why, directory) => {
    const life = closed()
    life.directory = directory
    life.do('reopen')
    expect(life.ticket).toMatchObject({
      status: 'submitted',
      nextStep: 'dispatch',
      ownerDepartmentId: 'centre',
    })
    expect(life.clock('accept').outcome).toBeUndefined()
    expect(life.messages()).toContain('reopened>dispatcher')
  })
})

describe('a unit in a hurry', () => {
  test.each<[string, Partial<SubmitInput>, string, string, string?]>([
    [
      'an emergency: one hour, at night too',
      { serviceCode: 'gas-leak' },
      '2026-06-01T23:30',
      '2026-06-02T00:30',
    ],
    [
      'the same contacts the caller within two',
      { serviceCode: 'gas-leak' },
      '2026-06-01T23:30',
      '2026-06-02T01:30',
      'firstContact',
    ],
    [
      'who has priority (S32): half of the time, 120 working minutes',
      { priority: true },
      '2026-06-01T09:00',
      '2026-06-01T11:00',
    ],
    ['and a call within 240', { priority: true }, '2026-06-01T09:00', '2026-06-01T15:00', 'firstContact'],
    ['anybody else: 240', {}, '2026-06-01T09:00', '2026-06-01T15:00'],
  ])('%s', (_what, submit, from, due, clock = 'acknowledge') => {
    expect(inShanghai(aLife({ at: shanghai(from), submit }).clock(clock).dueAt)).toBe(due)
  })

  test('an emergency fans out: the lead, what is copied, those called in and the supervisors hear at once', () => {
    const life = aLife({ submit: { serviceCode: 'gas-leak' } })
    expect(life.messages()).toEqual(
      expect.arrayContaining(['emergencyToYou>contact-city-management', 'emergencyToYou>supervisor']),
    )
    life.do('assist', { departmentId: 'ecology' })
    expect(life.messages()).toContain('emergencyToYou>contact-ecology')
  })
})
