import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratesOf } from '../../../cloudfunctions/domain/statistics/rates'
import { jinan } from '../../../cloudfunctions/domain/sla/profiles'
import { CountedLife } from '../../support/counted-life'
import { aBeginning, aHistory, live } from '../../support/random-life'
import { naiveTicket } from './naive-tickets'

const always = { id: 'always', from: '2000-01-01', to: '2099-12-31' }

test('every figure from the facts of random lives is the one that the tickets themselves give', () => {
  const below: Record<string, number> = {}
  fc.assert(
    fc.property(aBeginning, aHistory, fc.integer({ min: 0, max: 20 }), (submit, history, days) => {
      const life = new CountedLife(submit)
      live(submit, history, life)
      life.until(life.at + days * 86_400_000 + 1)
      const sheet = ratesOf(
        { facts: [...life.facts.values()], open: [], period: always, asOf: life.at },
        jinan,
      )
      for (const which of ['before', 'after'] as const) {
        const told = sheet[which].rates.map(({ id, numerator, denominator }) => [
          id,
          [numerator, denominator],
        ])
        expect(Object.fromEntries(told)).toEqual(naiveTicket(life, which === 'after'))
      }
      for (const { id, denominator } of sheet.before.rates) below[id] = (below[id] ?? 0) + denominator
    }),
    { numRuns: 45 },
  )
  // A figure that no life ever touched would agree with anything.
  for (const [id, sum] of Object.entries(below)) expect([id, sum > 0]).toEqual([id, true])
}, 60_000)
