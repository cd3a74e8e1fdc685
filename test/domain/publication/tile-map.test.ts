import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tileMap } from '../../../cloudfunctions/domain/publication/tile-map'

const area = (_id: string, longitude: number, latitude: number) => ({ _id, centre: { longitude, latitude } })
const placed = (areas: Parameters<typeof tileMap>[0]) => tileMap(areas, ({ _id }) => ({ id: _id })).tiles

test('what lies north, south, west and east of the middle does so on the map', () => {
  const tiles = placed([
    area('middle', 112, 28),
    area('north', 112, 29),
    area('south', 112.01, 27),
    area('west', 111, 28.01),
    area('east', 113, 28.02),
  ])
  const of = (id: string) => tiles.find((tile) => tile.id === id) ?? { column: 0, row: 0 }
  expect(of('north').row).toBeLessThan(of('south').row)
  expect(of('west').column).toBeLessThan(of('middle').column)
  expect(of('middle').column).toBeLessThanOrEqual(of('east').column)
  expect(of('west').column).toBeLessThan(of('east').column)
})

test('each has a tile of its own, within the map, in reading order, wherever they lie and if nobody knows where', () => {
  const somewhere = fc.option(fc.record({ longitude: fc.double(), latitude: fc.double() }), {
    nil: undefined,
  })
  const anArea = fc.tuple(fc.uuid(), somewhere).map(([_id, centre]) => ({ _id, ...(centre && { centre }) }))
  fc.assert(
    fc.property(fc.uniqueArray(anArea, { maxLength: 30, selector: ({ _id }) => _id }), (areas) => {
      const { tiles, columns, rows } = tileMap(areas, ({ _id }) => ({ id: _id }))
      expect(tiles.map(({ id }) => id).sort()).toEqual(areas.map(({ _id }) => _id).sort())
      const order = tiles.map(({ column, row }) => row * columns + column)
      expect(new Set(order).size).toBe(areas.length)
      expect(order).toEqual([...order].sort((a, b) => a - b))
      for (const { column, row } of tiles) {
        expect(column >= 1 && column <= columns && row >= 1 && row <= rows).toBe(true)
      }
    }),
    { numRuns: 50 },
  )
})
