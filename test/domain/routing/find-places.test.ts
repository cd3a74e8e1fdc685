import { expect, test } from 'vitest'
import { findPlaces } from '../../../cloudfunctions/domain/routing/find-places'
import { sampleAreas } from '../../../local/district/areas'

const areas = new Map(sampleAreas().map((area) => [area._id, area]))
const found = (text: string) => findPlaces(areas, text).map(({ words, address }) => [words, address])

test('a community comes before its grids, and says its street', () => {
  expect(found('锦园')[0]).toEqual(['桂桥街道 锦园社区', ''])
  expect(found('锦园').length).toBeGreaterThan(1)
})

test('a landmark says where it stands', () => {
  const [area] = [...areas.values()].filter(({ landmarks }) => landmarks?.length)
  const landmark = area?.landmarks?.[0] ?? ''
  expect(findPlaces(areas, landmark)).toContainEqual(expect.objectContaining({ address: landmark }))
})

test('never more than fit on a screen, and nothing where nothing is called so', () => {
  expect(found('村').length).toBe(8)
  expect(found('火星')).toEqual([])
})
