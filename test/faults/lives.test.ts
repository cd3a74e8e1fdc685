import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBeginning, aHistory, live } from '../support/random-life'

test('ten thousand commands by random people, the directory changing under their feet, break nothing', () => {
  let [lives, accepted, refused, wakes] = [0, 0, 0, 0]
  const ends: Record<string, number> = {}
  fc.assert(
    fc.property(aBeginning, aHistory, (submit, history) => {
      const lived = live(submit, history)
      lives += 1
      accepted += lived.accepted
      refused += lived.refused
      wakes += lived.wakes
      ends[lived.end] = (ends[lived.end] ?? 0) + 1
    }),
    { numRuns: 800 },
  )
  console.log({ lives, accepted, refused, wakes, ends })
  expect(accepted).toBeGreaterThan(10_000)
})
