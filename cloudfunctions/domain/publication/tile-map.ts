import type { Area } from '../../../typings/contract/directory'

/** Tiles beside each other; four of them are wide enough for a name and a finger on the narrowest phone. */
const columns = 4

interface Cell {
  /** From the west and from the north, from 1. */
  column: number
  row: number
}

type Placed = Pick<Area, '_id' | 'centre'>

interface Wish extends Cell {
  id: string
}

/**
 * A schematic map: each area a tile, none over another, roughly where it lies; north is up. What is in the thick of
 * things is placed first, so that towns around it give way. Areas without a known centre come last. In reading order.
 */
export function tileMap<A extends Placed, Tile>(
  areas: readonly A[],
  tileOf: (area: A) => Tile,
): { columns: number; rows: number; tiles: (Tile & Cell)[] } {
  const rows = Math.max(1, Math.ceil((areas.length + 2) / columns))
  const free = Array.from({ length: rows * columns }, (_, n) => ({
    column: (n % columns) + 1,
    row: Math.floor(n / columns) + 1,
  }))
  const cells = new Map<string, Cell>()
  for (const wish of wishes(areas, rows)) {
    const nearest = free.reduce((best, cell) => (apart(cell, wish) < apart(best, wish) ? cell : best))
    free.splice(free.indexOf(nearest), 1)
    cells.set(wish.id, nearest)
  }
  const tiles = areas.map((area) => ({
    ...tileOf(area),
    ...(cells.get(area._id) ?? { column: 1, row: rows }),
  }))
  tiles.sort((a, b) => a.row - b.row || a.column - b.column)
  return { columns, rows, tiles }
}

/** By rank, not by distance: four streets in one square kilometre would otherwise want one tile. */
function wishes(areas: readonly Placed[], rows: number): Wish[] {
  const known = areas.flatMap(({ _id, centre }) => (centre ? [{ id: _id, ...centre }] : []))
  const share = (id: string, by: (one: (typeof known)[number]) => number) => {
    const sorted = [...known].sort((a, b) => by(a) - by(b) || a.id.localeCompare(b.id))
    return (sorted.findIndex((one) => one.id === id) + 0.5) / sorted.length
  }
  const wished = known.map(({ id }) => ({
    id,
    column: share(id, ({ longitude }) => longitude) * columns + 0.5,
    row: share(id, ({ latitude }) => -latitude) * rows + 0.5,
  }))
  const middle = { column: (columns + 1) / 2, row: (rows + 1) / 2 }
  wished.sort((a, b) => apart(a, middle) - apart(b, middle) || a.id.localeCompare(b.id))
  const unknown = areas.filter(({ centre }) => !centre)
  return [...wished, ...unknown.map(({ _id }) => ({ id: _id, column: 1, row: rows }))]
}

const apart = (a: Cell, b: Cell): number => (a.column - b.column) ** 2 + (a.row - b.row) ** 2
