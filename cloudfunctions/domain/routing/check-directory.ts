import type { Directory } from '../../../typings/contract/directory'
import { indexDirectory, rowKey, type DirectoryIndex } from './index-directory'

/** What is wrong with a directory, where: shown to the admin before a version is published. */
export interface Problem {
  /** `departments.office-03.superiorId` */
  path: string
  /** In Chinese. */
  message: string
}

/** Every reference resolves, every unit can be reached, every service can be routed. Empty: it may be published. */
export const checkDirectory = (directory: Directory): Problem[] =>
  rules.flatMap((rule) => rule(directory, indexDirectory(directory)))

type Rule = (directory: Directory, index: DirectoryIndex) => Problem[]

const rules: readonly Rule[] = [
  ids,
  areas,
  departments,
  posts,
  catalogueRows,
  servicesHaveRows,
  words,
  profilesAndSettings,
]

function ids(directory: Directory): Problem[] {
  const { areas, departments, posts, services, profiles, calendars } = directory
  return Object.entries({ areas, departments, posts, services, profiles, calendars }).flatMap(
    ([name, docs]) => repeated(docs.map(({ _id }) => _id)).map((id) => problem(`${name}.${id}`, '编号重复')),
  )
}

function areas({ areas }: Directory, index: DirectoryIndex): Problem[] {
  return areas.flatMap(({ _id, path, parentId }) => {
    const parent = parentId === undefined ? undefined : index.areas.get(parentId)
    if (parentId !== undefined && !parent) return [problem(`areas.${_id}.parentId`, '上级区域不存在')]
    const expected = [...(parent?.path ?? []), _id].join('/')
    return path.join('/') === expected ? [] : [problem(`areas.${_id}.path`, '路径与上级区域不一致')]
  })
}

function departments(directory: Directory, index: DirectoryIndex): Problem[] {
  const calendars = new Set(directory.calendars.map(({ _id }) => _id))
  return directory.departments.flatMap(({ _id, areaId, superiorId, calendarId, active }) => {
    const at = `departments.${_id}`
    const contact = index.contactPosts.get(_id)
    return [
      unless(index.areas.has(areaId), `${at}.areaId`, '所在区域不存在'),
      unless(
        superiorId === undefined || index.departments.has(superiorId),
        `${at}.superiorId`,
        '上级单位不存在',
      ),
      unless(!standsUnderItself(_id, index), `${at}.superiorId`, '上下级关系成环'),
      unless(calendars.has(calendarId), `${at}.calendarId`, '工作日历不存在'),
      unless(!active || contact !== undefined, at, '没有在岗的民呼回应专员'),
      unless(!active || !contact || contact.deputyPostId !== undefined, at, '民呼回应专员没有 B 角'),
    ].flat()
  })
}

function posts({ posts }: Directory, index: DirectoryIndex): Problem[] {
  return posts.flatMap(({ _id, departmentId, areaId, deputyPostId }) => {
    const deputy = deputyPostId === undefined ? undefined : index.posts.get(deputyPostId)
    return [
      unless(index.departments.has(departmentId), `posts.${_id}.departmentId`, '所属单位不存在'),
      unless(index.areas.has(areaId), `posts.${_id}.areaId`, '管辖区域不存在'),
      unless(
        deputyPostId === undefined || deputy?.departmentId === departmentId,
        `posts.${_id}.deputyPostId`,
        'B 角岗位不存在或不在本单位',
      ),
    ].flat()
  })
}

function catalogueRows({ catalogue }: Directory, index: DirectoryIndex): Problem[] {
  const keys = catalogue.entries.map((row) => rowKey(row.serviceCode, row.areaId))
  const twice = repeated(keys).map((key) => problem(`catalogue.${key}`, '同一类别、同一区域列了两次'))
  const rows = catalogue.entries.flatMap((row) => {
    const at = `catalogue.${rowKey(row.serviceCode, row.areaId)}`
    const lead = row.lead.by === 'department' ? index.departments.get(row.lead.departmentId) : undefined
    const ledByVillage = row.lead.by === 'village' || lead?.class === 'village'
    const named = [...(row.assist ?? []), ...(row.cc ?? [])]
    return [
      unless(index.services.has(row.serviceCode), at, '诉求类别不存在'),
      unless(row.areaId === undefined || index.areas.has(row.areaId), `${at}.areaId`, '区域不存在'),
      unless(row.lead.by !== 'department' || lead?.active === true, `${at}.lead`, '主办单位不存在或已停用'),
      unless(
        named.every((id) => index.departments.has(id)),
        at,
        '协办或抄送单位不存在',
      ),
      unless(
        !ledByVillage || row.onVillageList === true,
        `${at}.lead`,
        '不在村（居）清单内的事项不得由村（居）主办',
      ),
      unless(row.basis.trim() !== '', `${at}.basis`, '没有写明依据'),
    ].flat()
  })
  return [...twice, ...rows]
}

function servicesHaveRows({ services }: Directory, index: DirectoryIndex): Problem[] {
  return services.flatMap(({ code }) =>
    unless(index.rows.has(rowKey(code)), `services.${code}`, '派单目录没有覆盖全区的条目'),
  )
}

function words({ services }: Directory): Problem[] {
  return repeated(services.flatMap(({ words }) => words.map((word) => word.toLowerCase()))).map((word) =>
    problem(`services.words.${word}`, '同一个词列在两处'),
  )
}

function profilesAndSettings(directory: Directory, index: DirectoryIndex): Problem[] {
  const { profiles, calendars, settings } = directory
  const calendarIds = new Set(calendars.map(({ _id }) => _id))
  const centre = index.departments.get(settings.centreDepartmentId)
  return [
    profiles.flatMap(({ _id, calendarId }) =>
      unless(calendarIds.has(calendarId), `profiles.${_id}.calendarId`, '工作日历不存在'),
    ),
    unless(
      profiles.some(({ _id }) => _id === settings.profileId),
      'settings.profileId',
      '时限方案不存在',
    ),
    unless(index.areas.has(settings.districtAreaId), 'settings.districtAreaId', '区域不存在'),
    unless(
      centre?.active === true && index.contactPosts.has(centre._id),
      'settings.centreDepartmentId',
      '中心不存在、已停用或无人在岗',
    ),
    unless(index.supervisorPosts.length > 0, 'posts', '没有督办员岗位'),
    unless(index.disciplineUnits.length > 0, 'catalogue', '纪检监察类没有主办单位，回避时无处可交'),
  ].flat()
}

function standsUnderItself(id: string, { departments }: DirectoryIndex): boolean {
  const seen = new Set<string>()
  for (let at = departments.get(id)?.superiorId; at !== undefined; at = departments.get(at)?.superiorId) {
    if (at === id) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}

const problem = (path: string, message: string): Problem => ({ path, message })

const unless = (holds: boolean, path: string, message: string): Problem[] =>
  holds ? [] : [problem(path, message)]

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}
