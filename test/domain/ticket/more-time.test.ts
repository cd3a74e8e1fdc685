import { describe, expect, test } from 'vitest'
import { inShanghai, shanghai } from '../calendar/shanghai'
import { aLife } from '../../support/builders'

const acknowledged = () => aLife({ status: 'acknowledged' })
const due = shanghai('2026-06-08T18:00')

describe('延期', () => {
  test.each([
    ['at the very deadline', due, undefined],
    ['a millisecond after it', due + 1, 'EXTENSION_TOO_LATE'],
  ])('is asked for before the reply is due: %s', (_when, at, code) => {
    expect(acknowledged().until(at).refusal('extend')).toBe(code)
  })

  test.each([
    ['ten workdays', { amount: 10, unit: 'workDay' }, undefined],
    ['eleven', { amount: 11, unit: 'workDay' }, 'EXTENSION_TOO_LONG'],
    ['in another unit', { amount: 1, unit: 'naturalDay' }, 'EXTENSION_TOO_LONG'],
  ] as const)('%s', (_what, limit, code) => {
    expect(acknowledged().refusal('extend', { limit })).toBe(code)
  })

  test('granted: reply and promise are due five workdays later, the resident is told', () => {
    const life = acknowledged().do('extend').do('ruleExtension')
    expect(inShanghai(life.clock('reply').dueAt)).toBe('2026-06-15T18:00')
    expect(inShanghai(life.clock('promise').dueAt)).toBe('2026-06-15T18:00')
    expect(life.messages()).toContain('extended>caller')
    expect(life.refusal('extend')).toBe('EXTENSION_USED')
  })

  test('asked for in time and granted after the deadline it still counts, and the new deadline has its own red', () => {
    const life = acknowledged().until('2026-06-08T16:00').do('extend').until('2026-06-09T10:00')
    expect(life.clock('reply').fired).toContain('red')
    life.do('ruleExtension')
    expect(life.clock('reply').fired).not.toContain('red')
    life.until('2026-06-16T10:00')
    expect(life.clock('reply').fired).toContain('red')
  })

  test('a promise that was broken before it was asked for stays broken', () => {
    const life = acknowledged().do('sendBack').do('ruleReturn', { departmentId: 'ecology' }).do('acknowledge')
    const { dueAt } = life.clock('promise')
    life
      .do('reply')
      .until(dueAt + 1)
      .do('review', { approve: false })
    life.do('extend').do('ruleExtension')
    expect(life.clock('promise').dueAt).toBe(dueAt)
    life.do('reply').do('review')
    expect(life.clock('promise').outcome).toBe('breached')
  })

  test('refused, it may be asked again; each ruling has a clock of its own', () => {
    const life = acknowledged().do('extend').do('ruleExtension', { grant: false }).do('extend')
    const ids = life.ticket.clocks.filter(({ kind }) => kind === 'ruleExtension').map(({ id }) => id)
    expect(ids).toEqual(['ruleExtension:1', 'ruleExtension:1.2'])
  })
})

describe('挂账', () => {
  const reviewAt = shanghai('2026-06-10T10:00')
  const blocked = () => acknowledged().until('2026-06-02T10:00').do('block', { reviewAt }).do('ruleBlock')

  test('stops both promises, is seen by the resident, and keeps its place in lists by its review date', () => {
    const life = blocked()
    expect(life.clock('reply').pauses).toMatchObject([{ reason: '挂账:需要立项' }])
    expect(life.clock('promise').pauses).toHaveLength(1)
    expect(life.messages()).toContain('blocked>caller')
    expect(life.ticket.nextDeadlineAt).toBeDefined()
  })

  test('an application that nobody has ruled on stops nothing and leaves the lead its work', () => {
    const life = acknowledged().do('contactResident').do('block', { reviewAt })
    expect(life.clock('reply').pauses).toEqual([])
    expect(life.ticket).toMatchObject({ nextStep: 'reply', ownerDepartmentId: 'city-management' })
  })

  test('on its review date the centre looks again, once, on a clock', () => {
    const life = blocked().until('2026-06-10T12:00')
    expect(life.ticket).toMatchObject({ nextStep: 'reviewBlock', centreTasks: ['ruleBlock'] })
    life.do('wake')
    expect(life.ticket.history.filter(({ what }) => what === 'blockReviewDue')).toHaveLength(1)
  })

  test.each([
    ['goes on to a later date', { grant: true, reviewAt: shanghai('2026-06-20T10:00') }, true],
    ['ends', { grant: false }, false],
  ])('reviewed, it %s', (_what, input, stays) => {
    const life = blocked().until(reviewAt).do('reviewBlock', input)
    expect(life.ticket.block?.liftedAt === undefined).toBe(stays)
    expect(life.clock('reply').pauses[0]?.to === undefined).toBe(stays)
  })

  test.each<[string, Parameters<ReturnType<typeof blocked>['do']>[0]]>([
    ['lifted', 'unblock'],
    ['answered by the lead after all', 'reply'],
  ])('%s, the resident’s promise runs on', (_what, command) => {
    const life = blocked().until('2026-06-03T10:00').do(command)
    expect(life.clock('promise').pauses[0]?.to).toBe(shanghai('2026-06-03T10:00'))
  })

  test('a new lead does not inherit it', () => {
    const life = acknowledged().do('block', { reviewAt }).do('ruleBlock')
    life.do('sendBack').do('ruleReturn', { departmentId: 'ecology' })
    expect(life.ticket.block?.liftedAt).toBeDefined()
    expect(life.clock('promise').pauses[0]?.to).toBeDefined()
  })

  test('a review date in the past is refused', () => {
    expect(acknowledged().refusal('block', { reviewAt: shanghai('2026-06-01T08:00') })).toBe('DATE_IN_PAST')
  })
})

test('终止: granted it ends with its text; refused the work goes on', () => {
  expect(acknowledged().do('terminate').do('ruleTermination').ticket).toMatchObject({
    status: 'terminated',
    end: { code: 'terminated', text: '依法终止' },
  })
  expect(acknowledged().do('terminate').do('ruleTermination', { grant: false }).ticket.status).toBe(
    'acknowledged',
  )
})

describe('承诺', () => {
  const promisedAt = shanghai('2026-06-05T12:00')
  const promised = () => acknowledged().do('commit', { promisedAt })

  test.each([
    ['kept on its very date', promisedAt, 'kept'],
    ['kept late', promisedAt + 1, 'keptLate'],
  ])('%s', (_what, at, state) => {
    expect(promised().until(at).do('fulfil').ticket.commitments).toMatchObject([{ state }])
  })

  test('broken the moment after, told once to unit and supervisor, though the ticket is closed', () => {
    const life = promised().do('reply').do('review').do('evaluate').until(promisedAt)
    expect(life.ticket.nextWakeAt).toBe(promisedAt + 1)
    life.at = promisedAt + 1
    life.do('wake')
    expect(life.ticket.commitments).toMatchObject([{ state: 'broken' }])
    expect(life.messages()).toEqual(
      expect.arrayContaining(['commitmentBroken>city-management', 'commitmentBroken>supervisor']),
    )
    expect(
      life
        .do('wake')
        .messages()
        .filter((one) => one.startsWith('commitmentBroken')),
    ).toHaveLength(2)
  })
})
