import { expect, test } from 'vitest'
import { placesAround } from '../../../cloudfunctions/domain/routing/places-around'
import { districtArea, sampleAreas } from '../../../local/district/areas'
import { nearest } from '../../../miniprogram/services/whereabouts'

const sample = sampleAreas()
const areas = new Map(sample.map((area) => [area._id, area]))
const grids = sample.filter(({ level }) => level === 'grid')
const coarse = (degrees: number) => Math.round(degrees * 100) / 100

test('whoever stands in the middle of a grid has it proposed first, though they said only the kilometre', () => {
  for (const { _id, centre } of grids.filter((_, index) => index % 7 === 0)) {
    if (!centre) continue
    const around = placesAround(areas, {
      longitude: coarse(centre.longitude),
      latitude: coarse(centre.latitude),
    })
    expect([_id, nearest(around, centre)[0]?.place.areaId]).toEqual([_id, _id])
  }
})

test('it says street and community, and what stands nearby', () => {
  const [grid] = grids
  const [first] = nearest(placesAround(areas, grid!.centre!), grid!.centre!)
  expect(first?.place).toEqual({ areaId: grid?._id, words: '桂桥街道 锦园社区', address: '' })
  expect(first?.said).toBe(`桂桥街道 锦园社区 · ${grid?.landmarks?.[0] ?? ''}附近`)
})

test('a community without grids stands for itself, an area without a known centre for nothing', () => {
  const community = { ...sample.find(({ level }) => level === 'community')!, _id: 'alone' }
  const { centre: _centre, ...nowhere } = { ...grids[0]!, _id: 'nowhere' }
  const few = new Map([districtArea, community, nowhere].map((area) => [area._id, area]))
  expect(placesAround(few, community.centre!).map(({ areaId }) => areaId)).toEqual(['alone'])
})

test('somebody in another town is told nothing, never more than a screen is proposed, and never many are sent', () => {
  expect(placesAround(areas, { longitude: 121.53, latitude: 31.18 })).toEqual([])
  const middle = districtArea.centre!
  expect(placesAround(areas, middle)).toHaveLength(40)
  expect(nearest(placesAround(areas, middle), middle)).toHaveLength(3)
})
