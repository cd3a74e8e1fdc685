import type { Department, Kind, Service } from '../../../typings/contract/directory'
import type { DirectoryIndex } from './index-directory'

/** 回避: which units may have no part in a matter, and who must know of it. */
export interface Avoidance {
  superior: Department | undefined
  /** The unit complained of, whatever stands under it, and any unit whose contact is also that unit's. */
  covers(department: Department): boolean
}

interface Complaint {
  kind: Kind
  serviceCode?: string
  complainedDepartmentId?: string
  aboutConduct?: boolean
}

/** A 举报, or a complaint about a unit's own conduct (信访 30, 46); an ordinary service complaint avoids nobody. */
export function avoidance(
  { kind, serviceCode, complainedDepartmentId, aboutConduct }: Complaint,
  index: DirectoryIndex,
): Avoidance | undefined {
  if (complainedDepartmentId === undefined) return undefined
  const service = serviceCode === undefined ? undefined : index.services.get(serviceCode)
  if (kind !== 'report' && !aboutConduct && !(service && isAboutConduct(service))) return undefined

  const contact = index.contactPosts.get(complainedDepartmentId)?.personId
  const superiorId = index.departments.get(complainedDepartmentId)?.superiorId
  return {
    superior: superiorId === undefined ? undefined : index.departments.get(superiorId),
    covers(department) {
      if (stands(department, complainedDepartmentId, index)) return true
      return contact !== undefined && index.contactPosts.get(department._id)?.personId === contact
    },
  }
}

/** Classes of the taxonomy that speak of officials rather than of services. */
const conductLevel2 = new Set(['警务督察', '党的建设'])

/** Of officials rather than of services. */
export const isAboutConduct = ({ level1, level2 }: Service) =>
  level1 === '纪检监察' || conductLevel2.has(level2)

/** In the unit or under it: a street complained of is not helped by having its own village look into it. */
function stands(department: Department, underId: string, { departments }: DirectoryIndex): boolean {
  const seen = new Set<string>()
  for (let unit: Department | undefined = department; unit && !seen.has(unit._id);) {
    if (unit._id === underId) return true
    seen.add(unit._id)
    unit = unit.superiorId === undefined ? undefined : departments.get(unit.superiorId)
  }
  return false
}
