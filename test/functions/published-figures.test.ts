import { expect, test } from 'vitest'
import type { Fact } from '../../cloudfunctions/domain/statistics/fact'
import { ratesOf } from '../../cloudfunctions/domain/statistics/rates'
import { profiles } from '../../cloudfunctions/domain/sla/profiles'
import type { PublishedOutput } from '../../typings/contract/supervision'
import { shanghai } from '../domain/calendar/shanghai'
import { aStage } from '../support/stage'

const day = 86_400_000

test('a month is published once; what changes it later is a dated correction, and recomputing gives what was published', async () => {
  const stage = await aStage({ clock: { startAt: shanghai('2026-06-22T09:00'), rate: 0 } })
  try {
    const { ticketId } = await stage.submit('resident-1')
    const published = () =>
      stage.data<PublishedOutput>('supervisor-1', 'supervision.published', { day: '2026-06-10' })
    expect((await published()).asOf).toBeUndefined()
    await stage.pass(10 * day)
    const first = await published()
    expect(first).toMatchObject({ from: '2026-06-01', to: '2026-06-30', corrections: [] })
    expect(first.all?.openOverdue).toBe(1)

    const { clocks } = stage.stored(ticketId)
    const late = clocks.find(({ kind }) => kind === 'reply')!
    await stage.act('supervisor-1', 'exempt', ticketId, {
      of: late.id,
      code: 'objective',
      evidence: '停电抢修记录',
    })
    await stage.pass(2 * day)
    const later = await published()
    expect(later.all).toEqual(first.all)
    expect(later.asOf).toBe(first.asOf)
    const [correction, ...more] = later.corrections
    expect(more).toEqual([])
    const replied = (sheet = later.all) =>
      sheet?.after.rates.find(({ id }) => id === 'repliedInTime')?.denominator
    expect([replied(), replied(correction?.all)]).toEqual([1, 0])

    const facts = (stage.cloud.database.read('facts') as unknown as Fact[]).filter(
      (fact) => !('gone' in fact),
    )
    const profile = profiles.find(({ _id }) => _id === 'jinan') ?? profiles[0]!
    const again = ratesOf(
      { facts, open: [], period: { id: '2026-06', from: '2026-06-01', to: '2026-06-30' }, asOf: first.asOf! },
      profile,
    )
    const figures = (sheet: PublishedOutput['all']) =>
      sheet?.before.rates.map(({ id, numerator, denominator }) => [id, numerator, denominator])
    expect(figures(again as PublishedOutput['all'])).toEqual(figures(first.all))
    stage.cloud.meter.assertClean()
  } finally {
    await stage.cloud.stop()
  }
}, 90_000)
