import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBeginning, aHistory, live } from '../../support/random-life'

test('whatever people do in whatever order, no ticket loses its owner, next step, next wake or promise', () => {
  let accepted = 0
  fc.assert(
    fc.property(aBeginning, aHistory, (submit, history) => {
      accepted += live(submit, history).accepted
    }),
    { numRuns: 60 },
  )
  expect(accepted).toBeGreaterThan(500)
})
