import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageList } from '../../typings/contract/messages'
import type { PlanInput, PlanOutput, PlansOutput } from '../../typings/contract/plans'
import { aStage, lightContact, type TestStage } from '../support/stage'

const day = 86_400_000
let stage: TestStage

const plan: PlanInput = {
  serviceCode: 'street-light',
  title: '路灯亮起来',
  departmentId: 'city-management',
  measures: '逐条街查一遍，坏的三天内换好',
  dueOn: '2026-07-20',
}
const planId = '2026-06:street-light'

const ask = <Output>(op: string, input: object = {}, who = 'supervisor-1') =>
  stage.data<Output>(who, `supervision.${op}`, input)
const choose = (changes: Partial<PlanInput> = {}, who = 'supervisor-1') =>
  stage.call(who, 'supervision.choosePlan', { ...plan, ...changes })
const told = async () =>
  (await stage.data<MessageList>(lightContact, 'tickets.messages')).messages.filter(
    ({ template }) => template === 'planGiven',
  )

/** Monday 1 June: three calls about lights, one about a shop; the second night has them in the sums. */
beforeAll(async () => {
  stage = await aStage()
  for (const n of [1, 2, 3]) await stage.submit(`resident-${n}`, { description: `第${n}盏路灯不亮` })
  await stage.submit('resident-4', { serviceCode: 'noise-shop', description: '音响太吵' })
  await stage.pass(2 * day)
})
afterAll(() => stage.cloud.stop())

describe('每月一题', () => {
  test('candidates are what most call about, with the volume of this month and of the one before', async () => {
    const { candidates, mayChoose, month, plans } = await ask<PlansOutput>('plans')
    expect(candidates).toMatchObject([
      { serviceCode: 'street-light', calls: 3, before: 0 },
      { serviceCode: 'noise-shop', calls: 1, before: 0 },
    ])
    expect([mayChoose, month, plans]).toEqual([true, '2026-06', []])
  })

  test('a supervisor chooses one: a unit, measures, a date; the unit hears of it once', async () => {
    expect(await choose()).toMatchObject({ ok: true, data: { planId } })
    expect(await choose()).toMatchObject({ ok: true, data: { planId } })
    const [message, ...others] = await told()
    expect(others).toEqual([])
    expect(message).toMatchObject({
      title: '每月一题',
      text: '「路灯亮起来」由您单位负责：逐条街查一遍，坏的三天内换好。2026-07-20 前完成。',
      page: `oversight/plan/plan?planId=${encodeURIComponent(planId)}`,
    })
    expect(stage.cloud.database.read('plans')).toMatchObject([
      { _id: planId, version: 1, because: '选题时，本月 3 件，上月同期 0 件。' },
    ])
  })

  test('changed, it is told again and says why it was chosen as before', async () => {
    expect(await choose({ dueOn: '2026-08-01' })).toMatchObject({ ok: true })
    expect(await told()).toHaveLength(2)
    const { plans } = await ask<PlansOutput>('plans', {}, 'leader-1')
    expect(plans).toMatchObject([
      { version: 2, dueOn: '2026-08-01', because: expect.stringContaining('3 件') as string },
    ])
  })

  test('nobody but a supervisor chooses; a unit reads its own and no other', async () => {
    for (const who of ['dispatcher-1', 'leader-1', lightContact, 'resident-1'])
      expect(await choose({}, who)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
    expect(await ask<PlansOutput>('plans', {}, lightContact)).toMatchObject({
      plans: [{ _id: planId }],
      candidates: [],
      mayChoose: false,
    })
    expect(await ask<PlanOutput>('plan', { planId }, lightContact)).toMatchObject({ plan: { _id: planId } })
    expect(await ask<PlansOutput>('plans', {}, 'contact-ecology')).toMatchObject({ plans: [] })
    for (const who of ['contact-ecology', 'resident-1'])
      expect(await stage.call(who, 'supervision.plan', { planId })).toMatchObject({ ok: false })
  })

  test.each([
    ['a date that is over', { dueOn: '2026-06-01' }, 'DATE_IN_PAST'],
    ['no date', { dueOn: 'soon' }, 'INVALID_INPUT'],
    ['a service that isn’t there', { serviceCode: 'nothing' }, 'SERVICE_NOT_FOUND'],
    ['officials’ conduct', { serviceCode: 'official-manner' }, 'SERVICE_NOT_FOUND'],
    ['a unit that isn’t there', { departmentId: 'nobody' }, 'DEPARTMENT_NOT_FOUND'],
    ['no measures', { measures: ' ' }, 'INVALID_INPUT'],
    ['measures without end', { measures: '查'.repeat(1001) }, 'TEXT_TOO_LONG'],
  ])('%s is refused', async (_what, changes, code) => {
    expect(await choose(changes)).toMatchObject({ ok: false, error: { code } })
  })

  test('its page counts each month’s calls before and after', async () => {
    await stage.pass(33 * day)
    await stage.submit('resident-5', { description: '又一盏路灯不亮' })
    await stage.pass(2 * day)
    const { months, mayChoose } = await ask<PlanOutput>('plan', { planId })
    expect(months.slice(-2)).toEqual([
      { month: '2026-06', calls: 3, when: 'chosen', running: false },
      { month: '2026-07', calls: 1, when: 'after', running: true },
    ])
    expect(months.map(({ month }) => month)).toEqual([
      ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
      ...['2026-06', '2026-07'],
    ])
    // Another month has its own.
    expect(mayChoose).toBe(false)
    expect(await choose()).toMatchObject({ ok: true, data: { planId: '2026-07:street-light' } })
    stage.cloud.meter.assertClean()
  })
})
