import type {
  Area,
  CatalogueEntry,
  Department,
  Directory,
  Post,
  Service,
} from '../../../typings/contract/directory'

/** A district small enough to hold in the head: two streets, one with a community and a village. */
export function aDirectory(changes: Partial<Directory> = {}): Directory {
  return {
    version: 1,
    areas,
    departments,
    posts: departments.flatMap(postsFor),
    services,
    catalogue: aCatalogue(),
    profiles: [],
    calendars: [],
    settings: {
      tenantName: '试验区',
      profileId: 'jinan',
      districtAreaId: 'district',
      centreDepartmentId: 'centre',
    },
    ...changes,
  }
}

export const aCatalogue = (...extra: readonly CatalogueEntry[]) => ({
  _id: 'catalogue-7',
  version: 7,
  effectiveFrom: 0,
  entries: [...extra, ...rows],
})

export const aPost = (changes: Partial<Post> & { _id: string }): Post => ({
  departmentId: 'city-management',
  role: 'contact',
  title: '民呼回应专员',
  areaId: 'district',
  active: true,
  ...changes,
})

export const aService = (changes: Partial<Service> & { code: string }): Service => ({
  _id: changes.code,
  name: changes.code,
  level1: '城乡建设',
  level2: '其他',
  words: [],
  limitClass: 'general',
  ...changes,
})

/** The same directory with one department altered. */
export const withDepartment = (id: string, changes: Partial<Department>, base = aDirectory()): Directory => ({
  ...base,
  departments: base.departments.map((unit) => (unit._id === id ? { ...unit, ...changes } : unit)),
})

/** The same directory with one post altered. */
export const withPost = (id: string, changes: Partial<Post>, base = aDirectory()): Directory => ({
  ...base,
  posts: base.posts.map((post) => (post._id === id ? { ...post, ...changes } : post)),
})

const area = (_id: string, level: Area['level'], name: string, above: readonly string[] = []): Area => ({
  _id,
  level,
  name,
  style: '',
  ...(above.length > 0 && { parentId: above.at(-1) }),
  path: [...above, _id],
})

const areas = [
  area('district', 'district', '试验区'),
  area('east', 'street', '东街道', ['district']),
  area('west', 'street', '西镇', ['district']),
  area('lane', 'community', '里巷社区', ['district', 'east']),
  area('lane-1', 'grid', '第一网格', ['district', 'east', 'lane']),
  area('field', 'community', '田头村', ['district', 'west']),
]

const unit = (
  _id: string,
  name: string,
  unitClass: Department['class'],
  superiorId?: string,
  areaId = 'district',
): Department => ({
  _id,
  name,
  shortName: name,
  class: unitClass,
  areaId,
  ...(superiorId && { superiorId }),
  calendarId: 'work',
  active: true,
})

const departments = [
  unit('government', '区政府办公室', 'department'),
  unit('discipline', '区纪委监委', 'department'),
  unit('centre', '区民呼我应中心', 'centre', 'government'),
  unit('city-management', '区城市管理局', 'department', 'government'),
  unit('ecology', '区生态环境分局', 'department', 'government'),
  unit('water-supply', '区供水公司', 'utility', 'government'),
  unit('east-office', '东街道办事处', 'street', 'government', 'east'),
  unit('west-office', '西镇人民政府', 'street', 'government', 'west'),
  unit('lane-committee', '里巷社区居委会', 'village', 'east-office', 'lane'),
  unit('field-committee', '田头村委会', 'village', 'west-office', 'field'),
]

const postsFor = ({ _id, areaId }: Department): Post[] => [
  aPost({
    _id: `contact-${_id}`,
    departmentId: _id,
    areaId,
    personId: `person-contact-${_id}`,
    deputyPostId: `deputy-${_id}`,
  }),
  aPost({
    _id: `deputy-${_id}`,
    departmentId: _id,
    areaId,
    role: 'deputy',
    personId: `person-deputy-${_id}`,
  }),
]

const services = [
  aService({ code: 'street-light', name: '路灯不亮' }),
  aService({ code: 'noise', name: '噪声扰民', level1: '环境保护', level2: '环境污染' }),
  aService({ code: 'no-water', name: '停水', limitClass: 'utility' }),
  aService({ code: 'gas-leak', name: '燃气泄漏', limitClass: 'emergency' }),
  aService({ code: 'stairwell', name: '楼道堆物' }),
  aService({ code: 'village-accounts', name: '村务公开', level1: '农村农业', level2: '村务管理' }),
  aService({ code: 'plague', name: '动物疫情', level1: '农村农业', level2: '动物防疫' }),
  aService({ code: 'manner', name: '干部作风', level1: '纪检监察', level2: '干部作风' }),
  aService({ code: 'orphan', name: '无人负责' }),
]

const byDepartment = (serviceCode: string, departmentId: string, more: Partial<CatalogueEntry> = {}) => ({
  serviceCode,
  lead: { by: 'department', departmentId } as const,
  basis: `${departmentId} 第 1 项`,
  ...more,
})

const rows: CatalogueEntry[] = [
  byDepartment('street-light', 'city-management', { assist: ['east-office'], cc: ['government'] }),
  byDepartment('street-light', 'west-office', { areaId: 'west' }),
  byDepartment('noise', 'ecology', { assist: ['city-management', 'ecology', 'closed-long-ago'] }),
  byDepartment('no-water', 'water-supply'),
  byDepartment('gas-leak', 'city-management'),
  byDepartment('manner', 'discipline'),
  { serviceCode: 'stairwell', lead: { by: 'street' }, basis: '街道第 1 项' },
  { serviceCode: 'village-accounts', lead: { by: 'village' }, basis: '村第 1 项', onVillageList: true },
  { serviceCode: 'plague', lead: { by: 'village' }, basis: '误列' },
]
