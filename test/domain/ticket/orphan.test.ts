import { describe, expect, test } from 'vitest'
import { aDistrict, aLife, aMoment, contactOf, system, without } from '../../support/builders'
import { withPost } from '../routing/a-directory'
import { isTouched } from '../../../cloudfunctions/domain/ticket/commands/recalculating'

/** Contact and deputy have left, and the scheduler has seen so. */
function abandoned(status: 'dispatched' | 'acknowledged' = 'acknowledged') {
  const life = aLife({ status })
  life.directory = without(['city-management'])
  return life.do('recalculate', {}, system)
}

describe('收回改派', () => {
  test('where nobody of the unit is left the ticket lies with the centre, which sees it on its desk', () => {
    const life = abandoned()
    expect(life.ticket).toMatchObject({
      status: 'acknowledged',
      ownerDepartmentId: 'centre',
      nextStep: 'takeBack',
      centreTasks: ['takeBack'],
    })
    expect(life.ticket.history.at(-1)).toMatchObject({ what: 'unitGone', visibility: 'internal' })
  })

  test('taken back to the desk: dispatched anew on the centre’s clock, the resident’s promise as it was', () => {
    const life = abandoned('dispatched')
    const { dueAt } = life.clock('promise')
    life.until('2026-06-02T10:00').do('takeBack')
    expect(life.ticket).toMatchObject({ status: 'submitted', nextStep: 'dispatch' })
    expect(life.clock('promise').dueAt).toBe(dueAt)
    // Late to acknowledge it was, while it had somebody to do so.
    expect(life.clock('acknowledge').outcome).toBe('breached')
    expect(life.clock('reply').outcome).toBe('void')
  })

  test('or to another unit at once, which the caller hears', () => {
    const life = abandoned().do('takeBack', { departmentId: 'ecology' })
    expect(life.ticket).toMatchObject({ status: 'dispatched', lead: { departmentId: 'ecology', stint: 2 } })
    expect(life.messages()).toContain('transferred>caller')
  })

  test('never from a unit that has somebody, be it the deputy', () => {
    expect(aLife().refusal('takeBack')).toBe('UNIT_REACHABLE')
    const life = aLife()
    const from = { from: life.at, reason: '年休假' }
    life.directory = withPost('contact-city-management', { absence: from }, aDistrict())
    expect(life.refusal('takeBack')).toBe('UNIT_REACHABLE')
  })

  test('somebody comes after all: it is theirs again', () => {
    const life = abandoned()
    life.directory = aDistrict({ version: 3 })
    life.do('recalculate', {}, system)
    expect(life.ticket).toMatchObject({ ownerDepartmentId: 'city-management', centreTasks: [] })
  })
})

test('a post that is revoked for another of the same unit: the work goes on there, no clock moves', () => {
  const life = aLife({ status: 'acknowledged', submit: { serviceCode: 'no-water' } }).do('assist', {
    departmentId: 'ecology',
  })
  const { clocks } = life.ticket
  const base = without(['water-supply', 'ecology'])
  const posts = base.posts.map((post) =>
    ['contact-water-supply', 'contact-ecology'].includes(post._id) ? { ...post, active: false } : post,
  )
  const heirs = ['water-supply', 'ecology'].map((departmentId) => ({
    ...aDistrict().posts.find(({ _id }) => _id === `contact-${departmentId}`)!,
    _id: `new-${departmentId}`,
    personId: `person-new-${departmentId}`,
  }))
  life.directory = { ...base, posts: [...posts, ...heirs] }
  expect(isTouched(life.ticket, life.directory, life.at)).toBe(true)
  life.do('recalculate', {}, system)
  expect(life.ticket.lead?.postId).toBe('new-water-supply')
  expect(life.ticket.coTasks).toMatchObject([{ postId: 'new-ecology' }])
  expect(life.ticket.clocks).toEqual(clocks)
  expect(life.messages()).toContain('mentioned>new-water-supply')
  const heir = { ...contactOf('water-supply'), postId: 'new-water-supply' }
  expect(life.refusal('reply', {}, heir)).toBeUndefined()
  expect(isTouched(life.ticket, life.directory, life.at)).toBe(false)
})

test('a calendar is revised: what still runs moves and is told, what has run out or stopped stays', () => {
  const revised = (life: ReturnType<typeof aLife>) => {
    const calendars = aDistrict().calendars.map((calendar) => {
      const year = calendar.years['2026']
      if (!year) return calendar
      const holidays = [...year.holidays, { date: '2026-06-05', name: '临时放假' }]
      return {
        ...calendar,
        version: calendar.version + 1,
        years: { ...calendar.years, 2026: { ...year, holidays } },
      }
    })
    life.directory = aDistrict({ version: 2, calendars })
    life.deliver()
    return isTouched(life.ticket, life.directory, life.at) ? life.do('recalculate', {}, system) : life
  }
  const running = aLife({ status: 'acknowledged' })
  const { dueAt } = running.clock('reply')
  const acknowledged = running.clock('acknowledge')
  revised(running)
  expect(running.clock('reply').dueAt).toBe(dueAt + 86_400_000)
  expect(running.clock('promise').dueAt).toBe(dueAt + 86_400_000)
  expect(running.clock('acknowledge')).toEqual(acknowledged)
  expect(running.messages()).toContain('recalculated>caller')

  const late = aLife({ status: 'acknowledged' }).until('2026-06-09T09:00')
  const before = late.clock('reply')
  expect(revised(late).clock('reply')).toEqual(before)
  expect(aMoment(system).rules.profile._id).toBe('jinan')
})
