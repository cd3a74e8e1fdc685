import { describe, expect, test } from 'vitest'
import { aLife } from '../../support/builders'

describe('回访', () => {
  test('opens at the deadline though nobody has replied, and outlives a rework', () => {
    const life = aLife({ status: 'acknowledged' }).until('2026-06-09T09:00')
    expect(life.ticket).toMatchObject({ status: 'acknowledged', callback: { round: 1, because: 'deadline' } })
    life.do('reply').do('review', { approve: false })
    expect(life.clock('callback').outcome).toBeUndefined()
    life.do('reply').do('review').do('evaluate')
    expect(life.ticket).toMatchObject({ status: 'closed', callback: { round: 1, outcome: 'valid' } })
  })

  test('a call that was due before a late reply comes due once more after it, and nothing is slept through', () => {
    const life = aLife({ status: 'acknowledged' }).until('2026-06-25T09:00')
    life.do('reply').do('review').until('2026-07-06T09:00')
    expect(life.ticket).toMatchObject({ status: 'callback', nextStep: 'callByPhone' })
    expect(life.ticket.nextWakeAt).toBeUndefined()
  })

  test('one call a day', () => {
    expect(aLife({ status: 'callback' }).do('recordCall').refusal('recordCall')).toBe('CALLBACK_TOO_EARLY')
  })
})

describe('the ladder', () => {
  test('every rung once, though a wake is doubled or all were missed', () => {
    const awake = aLife({ status: 'acknowledged' }).until('2026-06-30T09:00')
    const asleep = aLife({ status: 'acknowledged' })
    asleep.at = awake.at
    asleep.do('wake').do('wake')
    const fired = (life: typeof awake) => [...life.clock('reply').fired].sort()
    expect(fired(asleep)).toEqual(fired(awake))
    expect(new Set(fired(awake)).size).toBe(10)
    expect(awake.ticket.supervisions.map(({ level }) => level).sort()).toEqual([
      'interview',
      'raise',
      'supervise',
    ])
  })

  test('who withdraws does not wipe out that the unit was late', () => {
    const life = aLife({ status: 'acknowledged' }).until('2026-06-09T09:00').do('withdraw')
    expect(life.clock('reply').outcome).toBe('breached')
  })
})
