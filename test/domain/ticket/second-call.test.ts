import { describe, expect, test } from 'vitest'
import { viewOf } from '../../../cloudfunctions/domain/access/view'
import { isOtherAnswer } from '../../../cloudfunctions/domain/ticket/evaluation'
import type { Evaluation } from '../../../typings/contract/ticket'
import { aDistrict, aLife, contactOf, dispatcher, supervisor } from '../../support/builders'

const day = 86_400_000
const drawn = () => aLife({ status: 'callback' }).do('evaluate', { lot: 0 })

describe('二次回访', () => {
  test('the lot falls on a share of what closed well; the rest is left in peace', () => {
    const lots = [0, 0.49, 0.5, 0.99].map(
      (lot) => aLife({ status: 'callback' }).do('evaluate', { lot }).ticket.secondCall !== undefined,
    )
    expect(lots).toEqual([true, true, false, false])
    const none = aLife({
      status: 'callback',
      directory: aDistrict({ settings: { ...aDistrict().settings, secondCallShare: 0 } }),
    })
    expect(none.do('evaluate', { lot: 0 }).ticket.secondCall).toBeUndefined()
  })

  test('never without a telephone, and never where it is done again anyway', () => {
    const anonymous = aLife({ status: 'callback', submit: { secrecy: 'anonymous' } })
    expect(anonymous.do('evaluate', { lot: 0 }).ticket.secondCall).toBeUndefined()
    const unhappy = { lot: 0, solved: false, grade: 'dissatisfied' } as const
    expect(aLife({ status: 'callback' }).do('evaluate', unhappy).ticket.secondCall).toBeUndefined()
  })

  test('whoever handled it can’t tell that the lot fell on it', () => {
    const { ticket, directory, at } = drawn()
    const toUnit = viewOf(ticket, [contactOf('city-management')], directory, at)
    expect(toUnit?.centreTasks).not.toContain('secondCall')
    expect(JSON.stringify(toUnit)).not.toContain('secondCall')
    expect(viewOf(ticket, [dispatcher], directory, at)?.centreTasks).toContain('secondCall')
  })

  test('somebody else asks, from the next day on; the answer restarts and counts nothing', () => {
    const life = aLife({ status: 'callback' })
    life.until(life.ticket.callback!.callAt)
    const answer = { answered: true, contacted: true, solved: true, grade: 'satisfied', lot: 0 } as const
    life.do('recordCall', answer, dispatcher).deliver()
    expect(life.refusal('recordSecondCall', {}, supervisor)).toBe('CALLBACK_TOO_EARLY')
    life.until(life.at + 2 * day)
    expect(life.refusal('recordSecondCall', {}, dispatcher)).toBe('SECOND_CALL_SAME_PERSON')
    const other = { answered: true, contacted: true, solved: false, grade: 'dissatisfied' } as const
    life.do('recordSecondCall', other, supervisor)
    expect(life.ticket).toMatchObject({
      status: 'closed',
      secondCall: { outcome: 'answered' },
    })
    expect(life.ticket.centreTasks).not.toContain('secondCall')
    expect(life.ticket.outbox.map(({ kind }) => kind)).toEqual(['secondAnswer'])
    expect(life.refusal('recordSecondCall', {}, supervisor)).toBe('NO_SECOND_CALL')
  })

  test('nobody answers on three days: it is over', () => {
    const life = drawn()
    for (const _day of [1, 2, 3]) life.until(life.at + day).do('recordSecondCall', { answered: false })
    expect(life.ticket.secondCall).toMatchObject({ outcome: 'notReached' })
    expect(life.ticket.centreTasks).not.toContain('secondCall')
  })

  test('opened again or erased meanwhile, nobody calls any more', () => {
    expect(drawn().do('reopen').ticket.secondCall).toBeUndefined()
    expect(drawn().do('erase').ticket.secondCall).toBeUndefined()
  })

  test.each<[string, Partial<Evaluation>, boolean]>([
    ['the same', {}, false],
    ['a grade less, and still content', { grade: 'fairlySatisfied' }, false],
    ['not content', { grade: 'dissatisfied' }, true],
    ['not solved', { solved: false }, true],
    ['never contacted', { contacted: false }, true],
  ])('%s is another answer: %s', (_what, changes, other) => {
    const first = { contacted: true, solved: true, grade: 'satisfied' } as Evaluation
    expect(isOtherAnswer(first, { ...first, ...changes })).toBe(other)
  })
})
