import { describe, expect, test } from 'vitest'
import { aDistrict, aLife, contactOf, deputyOf } from '../../support/builders'

const acknowledged = () => aLife({ status: 'acknowledged', submit: { serviceCode: 'no-water' } })

describe('协办', () => {
  test('what the catalogue names is called in at the dispatch, each on its own clock', () => {
    const { ticket } = aLife()
    expect(ticket.coTasks).toMatchObject([{ id: 'c1', departmentId: 'east-office', by: 'assist' }])
    expect(ticket.clocks).toContainEqual(
      expect.objectContaining({ id: 'coTask:c1', chargedTo: 'east-office' }),
    )
  })

  test('a late co-handler is charged, not the lead, and closing does not wipe it out', () => {
    const life = acknowledged().do('assist').do('reply').do('review').until('2026-06-05T09:00')
    expect(life.clock('coTask:c1').fired).toContain('red')
    life.do('evaluate')
    expect(life.clock('coTask:c1')).toMatchObject({ outcome: 'breached', chargedTo: 'ecology' })
    expect(life.clock('reply')).toMatchObject({ outcome: 'met', chargedTo: 'water-supply' })
  })

  test('an interim report leaves the clock running; the report stops it', () => {
    const life = acknowledged().do('assist').do('reportCoTask', { interim: true })
    expect(life.clock('coTask:c1').outcome).toBeUndefined()
    expect(life.do('reportCoTask').clock('coTask:c1').outcome).toBe('met')
    expect(life.refusal('reportCoTask')).toBe('CO_TASK_NOT_FOUND')
  })

  test.each([
    ['twice the same unit', 'ecology', 'CO_TASK_EXISTS'],
    ['the lead itself', 'water-supply', 'CO_TASK_EXISTS'],
    ['nobody', 'nowhere', 'DEPARTMENT_NOT_FOUND'],
    ['a street, off its list and without money', 'east-office', 'OFF_LIST'],
  ])('not %s', (_whom, departmentId, code) => {
    expect(acknowledged().do('assist').refusal('assist', { departmentId })).toBe(code)
  })

  test('off its list with its money: 费随事转', () => {
    const fundedCommission = { agreement: '委托〔2026〕1号', amount: 100_000 }
    const given = acknowledged().do('assist', { departmentId: 'east-office', fundedCommission }).ticket
    expect(given.commissions).toMatchObject([{ departmentId: 'east-office', ...fundedCommission }])
    expect(given.history.find(({ what }) => what === 'funded')?.text).toContain('委托〔2026〕1号，1000 元')
    expect(
      acknowledged().refusal('assist', { departmentId: 'east-office', fundedCommission }),
    ).toBeUndefined()
  })

  test('only streets whistle', () => {
    expect(acknowledged().refusal('whistle')).toBe('WHISTLE_NOT_STREET')
    const street = aLife({ status: 'acknowledged', submit: { serviceCode: 'stairwell' } }).do('whistle')
    expect(street.ticket.coTasks).toMatchObject([{ by: 'whistle', callerDepartmentId: 'east-office' }])
  })
})

describe('上报', () => {
  test('the superior must answer, on a clock charged to it', () => {
    const life = acknowledged().do('escalate')
    expect(life.clock('opinion')).toMatchObject({ chargedTo: 'government' })
    expect(life.refusal('escalate')).toBe('ESCALATION_OPEN')
    expect(life.do('opine').ticket.escalation).toMatchObject({ state: 'answered', opinion: '从应急经费出' })
  })

  test('a new lead may ask its own superior, whatever its predecessor left open', () => {
    const life = acknowledged().do('escalate').do('sendBack').do('ruleReturn', { departmentId: 'ecology' })
    expect(life.do('acknowledge').refusal('escalate')).toBeUndefined()
  })
})

describe('会商', () => {
  test('the last opinion ends it; a unit speaks once', () => {
    const life = aLife({ status: 'submitted' }).do('consult', { departmentIds: ['ecology', 'government'] })
    expect(life.ticket.nextStep).toBe('awaitConsultation')
    life.do('advise', {}, contactOf('ecology'))
    expect(life.refusal('advise', {}, contactOf('ecology'))).toBe('NO_CONSULTATION')
    life.do('advise', {}, contactOf('government'))
    expect(life.ticket).toMatchObject({ nextStep: 'dispatch', consultation: { state: 'closed' } })
  })
})

describe('the deputy', () => {
  const away = (from: number) => {
    const district = aDistrict()
    const posts = district.posts.map((post) =>
      post._id === 'contact-city-management' ? { ...post, absence: { from, reason: '年休假' } } : post,
    )
    return { ...district, version: 2, posts }
  }

  test('acts while the contact is away, and only then', () => {
    const life = aLife()
    expect(life.refusal('acknowledge', {}, deputyOf('city-management'))).toBe('NOT_ALLOWED')
    life.directory = away(life.at)
    expect(life.refusal('acknowledge', {}, contactOf('city-management'))).toBe('NOT_ALLOWED')
    expect(life.refusal('acknowledge', {}, deputyOf('city-management'))).toBeUndefined()
  })
})

describe('回避', () => {
  const report = { kind: 'report', serviceCode: 'manner', againstDepartmentId: 'city-management' } as const
  const submitted = () => aLife({ status: 'submitted', submit: { ...report, serviceCode: undefined } })

  test.each([
    ['dispatch', { departmentId: 'city-management' }],
    ['consult', { departmentIds: ['city-management'] }],
    ['copy', { departmentIds: ['city-management'] }],
    ['dispatch', { departmentId: 'discipline', cc: ['city-management'] }],
    ['dispatch', { departmentId: 'discipline', assist: ['city-management'] }],
  ] as const)('%s never reaches the accused unit', (command, input) => {
    expect(submitted().refusal(command, input as object)).toBe('CONFLICT_OF_INTEREST')
  })

  test('what turns out to accuse its own lead is taken from it at once', () => {
    const life = aLife({ submit: { againstDepartmentId: 'city-management', kind: 'complaint' } })
    expect(life.ticket.lead?.departmentId).toBe('city-management')
    life.do('reclassify', { kind: 'report', limitClass: undefined })
    expect(life.ticket).toMatchObject({ status: 'submitted', ownerDepartmentId: 'centre' })
    expect(life.ticket.lead).toBeUndefined()
  })
})

test.each([
  ['an unclear matter to a village', { departmentId: 'field-committee' }, 'OFF_LIST'],
  ['an unclear matter to a street', { departmentId: 'west-office' }, undefined],
  ['what is not on the street’s list', { departmentId: 'east-office', serviceCode: 'noise' }, 'OFF_LIST'],
])('%s', (_what, input, code) => {
  expect(aLife({ status: 'submitted' }).refusal('dispatch', input)).toBe(code)
})
