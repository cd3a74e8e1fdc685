import type {
  CatalogueEntry,
  Department,
  Directory,
  Kind,
  LimitClass,
  Service,
} from '../../../typings/contract/directory'
import { avoidance, type Avoidance } from './avoidance'
import { governorOf, rowFor } from './catalogue-row'
import { indexDirectory, type DirectoryIndex } from './index-directory'
import { isFunded, type FundedCommission } from './push-down'

export interface RoutingRequest {
  /** Absent while nobody knows what the matter is: the centre coordinates. */
  serviceCode?: string
  areaId: string
  kind: Kind
  complainedDepartmentId?: string
  /** Said by a person where the service doesn't show it: the complaint is about the unit's own conduct. */
  aboutConduct?: boolean
  /** Lets a village committee lead off its list (费随事转). */
  fundedCommission?: FundedCommission
}

type Fallback =
  | 'serviceUnclear'
  | 'placeUnclear'
  | 'noRow'
  | 'notOnVillageList'
  | 'unitMissing'
  | 'unitInactive'
  | 'noContactPost'
  | 'avoided'

export interface Routed {
  leadDepartmentId: string
  leadPostId: string
  assist: readonly string[]
  cc: readonly string[]
  limitClass: LimitClass
  catalogueVersion: number
  /** In Chinese, to be shown to whoever asks why. */
  reason: string
  /** Why the lead isn't the unit that the catalogue names; absent where it is. */
  fallback?: Fallback
  /** True only where the centre names the lead itself, which routing never does. */
  designated: false
}

/**
 * Who leads a matter, on what basis. The most specific area's row wins; whoever can't or may not lead is passed over,
 * said so, down to the district centre (Art. 12), so that no ticket is without a lead.
 */
export function route(request: RoutingRequest, directory: Directory): Routed {
  const index = indexDirectory(directory)
  const avoid = avoidance(request, index)
  const { service, row, nominees, unclear } = nominate(request, index)
  const passedOver: Refusal[] = unclear ? [unclear] : []

  for (const nominee of [...nominees, ...successors(nominees, avoid, directory, index)]) {
    const refusal = refuse(nominee, request, row, avoid, index)
    const post = nominee.department && index.contactPosts.get(nominee.department._id)
    if (!refusal && nominee.department && post) {
      const lead = nominee.department
      return {
        leadDepartmentId: lead._id,
        leadPostId: post._id,
        assist: present(row?.assist ?? [], lead, avoid, index),
        cc: present(copied(lead, row, avoid, directory), lead, avoid, index),
        limitClass: limitClassOf(request.kind, row, service),
        catalogueVersion: directory.catalogue.version,
        reason: explain(lead, passedOver, service, row, directory),
        ...(passedOver[0] && { fallback: passedOver[0].code }),
        designated: false,
      }
    }
    if (refusal) passedOver.push(refusal)
  }
  throw new Error('The directory has no unit that may lead: checkDirectory would have said so')
}

interface Nominee {
  department: Department | undefined
  /** What is missing where there is no department. */
  missing: Refusal
}

interface Refusal {
  code: Fallback
  words: string
}

interface Nomination {
  service?: Service | undefined
  row?: CatalogueEntry | undefined
  nominees: Nominee[]
  unclear?: Refusal
}

const noStreet: Refusal = { code: 'placeUnclear', words: '地点还没有明确到街道（镇）' }

/** The catalogue's own answer: its department, or whoever governs the place, a street behind its village. */
function nominate({ serviceCode, areaId }: RoutingRequest, index: DirectoryIndex): Nomination {
  const service = serviceCode === undefined ? undefined : index.services.get(serviceCode)
  if (!service) return { nominees: [], unclear: { code: 'serviceUnclear', words: '诉求类别尚不明确' } }
  const path = index.areas.get(areaId)?.path
  if (!path)
    return { service, nominees: [], unclear: { code: 'placeUnclear', words: '事发地点不在本区目录中' } }
  const row = rowFor(service.code, path, index)
  if (!row)
    return { service, nominees: [], unclear: { code: 'noRow', words: `派单目录没有“${service.name}”的条目` } }
  if (row.lead.by === 'department') {
    const { departmentId } = row.lead
    const missing: Refusal = { code: 'unitMissing', words: `派单目录所列单位（${departmentId}）不存在` }
    return { service, row, nominees: [{ department: index.departments.get(departmentId), missing }] }
  }
  const street = { department: governorOf('street', path, index), missing: noStreet }
  if (row.lead.by === 'street') return { service, row, nominees: [street] }
  const missing: Refusal = { code: 'placeUnclear', words: '地点还没有明确到村（社区）' }
  return { service, row, nominees: [{ department: governorOf('village', path, index), missing }, street] }
}

/** After the catalogue's own: on 回避 the superior and the discipline unit come before the centre, else the centre. */
function successors(
  nominees: readonly Nominee[],
  avoid: Avoidance | undefined,
  { settings }: Directory,
  index: DirectoryIndex,
): Nominee[] {
  const centre = index.departments.get(settings.centreDepartmentId)
  const watchers = avoid ? [avoid.superior, ...index.disciplineUnits] : []
  const first = nominees.some(({ department }) => department && avoid?.covers(department)) ? watchers : []
  return [...first, centre, ...watchers]
    .filter((department) => department !== undefined)
    .map((department) => ({ department, missing: noStreet }))
}

function refuse(
  { department, missing }: Nominee,
  { fundedCommission }: RoutingRequest,
  row: CatalogueEntry | undefined,
  avoid: Avoidance | undefined,
  index: DirectoryIndex,
): Refusal | undefined {
  if (!department) return missing
  const onList = row?.onVillageList || (fundedCommission && isFunded(fundedCommission))
  if (department.class === 'village' && !onList)
    return {
      code: 'notOnVillageList',
      words: `该事项不在村（居）清单内，不得由${department.name}主办（条例第十七条）`,
    }
  if (!department.active) return { code: 'unitInactive', words: `${department.name}已停用` }
  if (avoid?.covers(department)) return { code: 'avoided', words: `依回避规定不交${department.name}办理` }
  if (!index.contactPosts.has(department._id))
    return { code: 'noContactPost', words: `${department.name}暂无在岗的民呼回应专员` }
  return undefined
}

/** A lead at the grass roots copies whoever stands between it and the district (Art. 12); an avoided unit's superior knows. */
function copied(
  lead: Department,
  row: CatalogueEntry | undefined,
  avoid: Avoidance | undefined,
  { settings }: Directory,
): string[] {
  const grassRoots = lead.class === 'street' || lead.class === 'village'
  return [
    ...(row?.cc ?? []),
    ...(lead.class === 'village' && lead.superiorId ? [lead.superiorId] : []),
    ...(grassRoots ? [settings.centreDepartmentId] : []),
    ...(avoid?.superior ? [avoid.superior._id] : []),
  ]
}

function present(
  ids: readonly string[],
  lead: Department,
  avoid: Avoidance | undefined,
  { departments }: DirectoryIndex,
): string[] {
  return [...new Set(ids)].filter((id) => {
    const department = departments.get(id)
    return department?.active && id !== lead._id && !avoid?.covers(department)
  })
}

/** Danger outweighs the kind; else a question or an idea has its own limit, whatever it is about. */
function limitClassOf(kind: Kind, row: CatalogueEntry | undefined, service: Service | undefined): LimitClass {
  const byMatter = row?.limitClass ?? service?.limitClass ?? 'general'
  if (byMatter === 'emergency') return byMatter
  if (kind === 'consult' || kind === 'suggestion') return kind
  return byMatter
}

function explain(
  lead: Department,
  passedOver: readonly Refusal[],
  service: Service | undefined,
  row: CatalogueEntry | undefined,
  { catalogue, settings }: Directory,
): string {
  const isCentre = lead._id === settings.centreDepartmentId
  const does = isCentre ? '统筹协调（条例第十二条）' : '主办'
  const because = passedOver.map(({ words }) => words).join('；')
  const cited =
    service && row && `依派单目录第 ${catalogue.version} 版“${service.name}”一项（依据：${row.basis}），`
  if (passedOver.length === 0) return `${cited ?? ''}由${lead.name}${does}。`
  return `${cited ?? ''}${because}，改由${lead.name}${does}。`
}
