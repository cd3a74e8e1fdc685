import type { CatalogueEntry, Department } from '../../../typings/contract/directory'
import { rowKey, type DirectoryIndex } from './index-directory'

/** The row of the most specific area on the path (district first), or the row for the whole district. */
export function rowFor(
  serviceCode: string,
  path: readonly string[],
  { rows }: DirectoryIndex,
): CatalogueEntry | undefined {
  for (const areaId of path.toReversed()) {
    const row = rows.get(rowKey(serviceCode, areaId))
    if (row) return row
  }
  return rows.get(rowKey(serviceCode))
}

/** The street office, or the village or residents' committee, that governs a place; undefined where the path is too short. */
export function governorOf(
  unitClass: 'street' | 'village',
  path: readonly string[],
  { governing }: DirectoryIndex,
): Department | undefined {
  for (const areaId of path.toReversed()) {
    const department = governing.get(areaId)
    if (department?.class === unitClass) return department
  }
  return undefined
}
