import type { Directory } from '../../../typings/contract/directory'
import type { TicketFields } from '../../../typings/contract/ticket'
import { avoidance } from '../routing/avoidance'
import { indexDirectory } from '../routing/index-directory'

export type Accusation = Pick<TicketFields, 'kind' | 'serviceCode' | 'againstDepartmentId'>

/**
 * 回避 (信访 30, 46): the unit that a 举报, or a complaint about conduct, is about, whatever stands under it, and a unit
 * whose contact is the same person. Such a unit neither handles the ticket nor learns that it exists.
 */
export function isAccused(
  departmentId: string | undefined,
  { kind, serviceCode, againstDepartmentId }: Accusation,
  directory: Directory,
): boolean {
  if (againstDepartmentId === undefined || departmentId === undefined) return false
  const index = indexDirectory(directory)
  const department = index.departments.get(departmentId)
  const avoided = avoidance(
    { kind, ...(serviceCode && { serviceCode }), complainedDepartmentId: againstDepartmentId },
    index,
  )
  return department !== undefined && avoided?.covers(department) === true
}
