import { expect, test } from 'vitest'
import { mergeOfOnePlace } from '../../../cloudfunctions/domain/similarity/merge-clusters'

/** Calls 0 and 1 say 搅拌站, 2 and 3 搅拌厂, 4 and 5 电梯; the first four 灰尘 besides. */
const saying = (...words: [string, number][]) => new Map(words)
const vectors = [
  saying(['搅拌站', 0.8], ['灰尘', 0.5]),
  saying(['搅拌站', 0.8], ['灰尘', 0.6]),
  saying(['搅拌厂', 0.8], ['灰尘', 0.5]),
  saying(['搅拌厂', 0.8], ['灰尘', 0.6]),
  saying(['电梯', 1]),
  saying(['电梯', 0.9], ['灰尘', 0.2]),
]
const clusters = [
  [0, 1],
  [2, 3],
  [4, 5],
]
const merged = (places: readonly string[][], meets = true) =>
  mergeOfOnePlace(
    clusters,
    ([first]) => places[first! / 2]!,
    vectors.map((vector) => {
      const length = Math.hypot(...vector.values())
      return new Map([...vector].map(([word, value]) => [word, value / length]))
    }),
    () => meets,
  )

test('one trouble of one place told in two ways is one cluster, another trouble is not', () => {
  expect(merged([['东湖新村'], ['长江路', '东湖新村搅拌厂'], ['东湖新村']])).toEqual([
    [0, 1, 2, 3],
    [4, 5],
  ])
})

test.each([
  ['another place', [['东湖新村'], ['春晓花园'], ['东湖新村']], true],
  ['no place', [[], [], []], true],
  ['another time', [['东湖新村'], ['东湖新村'], ['东湖新村']], false],
])('%s keeps them apart', (_, places, meets) => {
  expect(merged(places, meets)).toEqual(clusters)
})
