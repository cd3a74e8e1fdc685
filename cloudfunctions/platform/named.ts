import type { DepartmentClass } from '../../typings/contract/directory'
import type { DirectoryIndex } from '../domain/routing/index-directory'
import { notKnown } from '../domain/statistics/fact'
import type { Dimension } from '../domain/statistics/sheet'

/** What a key of a dimension is called; a key that the directory no longer knows is called by itself. */
export function namedOf(
  dimension: Dimension,
  id: string,
  { departments, areas, services }: DirectoryIndex,
): { id: string; name: string; class?: DepartmentClass } {
  if (id === notKnown) return { id, name: dimension === 'street' ? '未定街道' : '未定类别' }
  if (dimension === 'street') return { id, name: areas.get(id)?.name ?? id }
  if (dimension === 'service') return { id, name: services.get(id)?.name ?? id }
  const department = departments.get(id)
  return { id, name: department?.name ?? id, ...(department && { class: department.class }) }
}
