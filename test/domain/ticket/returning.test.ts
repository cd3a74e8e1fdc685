import { describe, expect, test } from 'vitest'
import { shanghai } from '../calendar/shanghai'
import { aLife } from '../../support/builders'

describe('退回', () => {
  test('within two workdays, to the very last moment, and not after', () => {
    const until = aLife().ticket.lead!.returnUntil
    expect(aLife().until(until).refusal('sendBack')).toBeUndefined()
    expect(
      aLife()
        .until(until + 1)
        .refusal('sendBack'),
    ).toBe('RETURN_WINDOW_CLOSED')
  })

  test('silence past the window is acceptance', () => {
    const life = aLife().until('2026-06-05T09:00')
    expect(life.ticket.lead).toMatchObject({ acceptedBySilence: true })
    expect(life.ticket.history.filter(({ what }) => what === 'acceptedBySilence')).toHaveLength(1)
  })

  test('not by a unit that the centre designated', () => {
    const life = aLife({ status: 'submitted' }).do('dispatch', { departmentId: 'ecology', designate: true })
    expect(life.refusal('sendBack')).toBe('RETURN_DESIGNATED')
  })

  test('while it is open the ticket is the centre’s, and no second application is taken', () => {
    const life = aLife().do('sendBack')
    expect(life.ticket).toMatchObject({
      ownerDepartmentId: 'centre',
      nextStep: 'ruleReturn',
      centreTasks: ['ruleReturn'],
    })
    expect(life.refusal('sendBack')).toBe('APPLICATION_OPEN')
    expect(life.messages()).toContain('returnRequested>dispatcher')
  })

  test('refused once, it is not asked again', () => {
    const life = aLife().do('sendBack').do('ruleReturn', { grant: false })
    expect(life.ticket).toMatchObject({ ownerDepartmentId: 'city-management', returnCount: 0 })
    expect(life.refusal('sendBack')).toBe('RETURN_DESIGNATED')
  })

  test('granted: the next unit has its own clocks, the resident’s promise does not move, the hop is on the trail', () => {
    const life = aLife()
    const { dueAt } = life.clock('promise')
    life.until('2026-06-02T10:00').do('sendBack').do('ruleReturn', { departmentId: 'ecology' })
    expect(life.ticket.lead).toMatchObject({ departmentId: 'ecology', stint: 2, designated: false })
    expect(life.clock('promise').dueAt).toBe(dueAt)
    expect(life.clock('reply:2').startedAt).toBe(shanghai('2026-06-02T10:00'))
    expect(life.ticket.hops.map(({ to }) => to)).toEqual(['city-management', 'ecology'])
  })

  test('granted, nothing is held against the unit, late as it was to acknowledge', () => {
    const life = aLife().until('2026-06-02T10:00')
    expect(life.clock('acknowledge').fired).toContain('red')
    life.do('sendBack').do('ruleReturn')
    expect(life.clock('acknowledge').outcome).toBe('void')
    expect(life.ticket.outbox).toContainEqual(
      expect.objectContaining({ kind: 'dropFact', factId: 'ticket-1:clock:acknowledge:1' }),
    )
    expect(life.ticket).toMatchObject({
      status: 'submitted',
      nextStep: 'dispatch',
      ownerDepartmentId: 'centre',
    })
  })

  test('at the second return the centre decides who does it, and that unit may not return it', () => {
    const life = aLife().do('sendBack').do('ruleReturn', { departmentId: 'ecology' })
    life.do('sendBack').do('ruleReturn', { departmentId: 'government' })
    expect(life.ticket.lead).toMatchObject({ departmentId: 'government', designated: true })
    expect(life.refusal('sendBack')).toBe('RETURN_DESIGNATED')
  })

  test('an open application is over when the unit replies after all', () => {
    const life = aLife({ status: 'acknowledged' }).do('sendBack').do('reply')
    expect(life.ticket.objection).toBeUndefined()
    expect(life.ticket.centreTasks).toEqual(['review'])
  })
})
