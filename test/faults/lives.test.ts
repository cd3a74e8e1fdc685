import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBeginning, aHistory, live } from '../support/random-life'

test('ten thousand commands by random people break nothing', () => {
  let accepted = 0
  fc.assert(
    fc.property(aBeginning, aHistory, (submit, history) => {
      accepted += live(submit, history)
    }),
    { numRuns: 400 },
  )
  console.log(`${accepted} commands accepted`)
  expect(accepted).toBeGreaterThan(10_000)
})
