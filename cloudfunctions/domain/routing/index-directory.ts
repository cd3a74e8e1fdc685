import type {
  Area,
  CatalogueEntry,
  Department,
  Directory,
  Post,
  Service,
} from '../../../typings/contract/directory'

/** A directory with its look-ups built, so that a decision walks no list. */
export interface DirectoryIndex {
  areas: ReadonlyMap<string, Area>
  departments: ReadonlyMap<string, Department>
  posts: ReadonlyMap<string, Post>
  services: ReadonlyMap<string, Service>
  /** Keyed by `rowKey`. */
  rows: ReadonlyMap<string, CatalogueEntry>
  /** The street office or village committee of an area, keyed by the area. */
  governing: ReadonlyMap<string, Department>
  /** Active contact (A角) posts, keyed by department. */
  contactPosts: ReadonlyMap<string, Post>
  leaderPosts: ReadonlyMap<string, Post>
  supervisorPosts: readonly Post[]
  /** Active posts, keyed by the person who holds them. */
  postsByPerson: ReadonlyMap<string, readonly Post[]>
  /** Departments that the catalogue names as leads of 纪检监察 matters, in the catalogue's order. */
  disciplineUnits: readonly Department[]
}

/** A service's row for one area; `areaId` absent is the whole district. */
export const rowKey = (serviceCode: string, areaId?: string) => `${serviceCode}@${areaId ?? ''}`

const built = new WeakMap<Directory, DirectoryIndex>()

/** Built once per snapshot (decisions.md keeps one snapshot per version in a warm instance) and then remembered. */
export function indexDirectory(directory: Directory): DirectoryIndex {
  const known = built.get(directory)
  if (known) return known
  const index = build(directory)
  built.set(directory, index)
  return index
}

function build({ areas, departments, posts, services, catalogue }: Directory): DirectoryIndex {
  const departmentsById = byId(departments)
  const servicesByCode = new Map(services.map((service) => [service.code, service]))
  const active = posts.filter((post) => post.active)
  return {
    areas: byId(areas),
    departments: departmentsById,
    posts: byId(posts),
    services: servicesByCode,
    rows: first(catalogue.entries, (row) => rowKey(row.serviceCode, row.areaId)),
    governing: first(
      departments.filter((department) => department.class === 'street' || department.class === 'village'),
      (department) => department.areaId,
    ),
    contactPosts: first(withRole(active, 'contact'), (post) => post.departmentId),
    leaderPosts: first(withRole(active, 'leader'), (post) => post.departmentId),
    supervisorPosts: withRole(active, 'supervisor'),
    postsByPerson: grouped(active),
    disciplineUnits: disciplineUnits(catalogue.entries, servicesByCode, departmentsById),
  }
}

const byId = <Doc extends { _id: string }>(docs: readonly Doc[]) => new Map(docs.map((doc) => [doc._id, doc]))

const withRole = (posts: readonly Post[], role: Post['role']) => posts.filter((post) => post.role === role)

/** Where two rows claim the same key the earlier holds; `checkDirectory` reports the other. */
function first<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item> {
  const map = new Map<string, Item>()
  for (const item of items) if (!map.has(key(item))) map.set(key(item), item)
  return map
}

function grouped(posts: readonly Post[]): Map<string, Post[]> {
  const map = new Map<string, Post[]>()
  for (const post of posts) {
    if (post.personId === undefined) continue
    const held = map.get(post.personId)
    if (held) held.push(post)
    else map.set(post.personId, [post])
  }
  return map
}

function disciplineUnits(
  rows: readonly CatalogueEntry[],
  services: ReadonlyMap<string, Service>,
  departments: ReadonlyMap<string, Department>,
): Department[] {
  const units = new Set<Department>()
  for (const { serviceCode, lead } of rows) {
    if (lead.by !== 'department' || services.get(serviceCode)?.level1 !== '纪检监察') continue
    const unit = departments.get(lead.departmentId)
    if (unit) units.add(unit)
  }
  return [...units]
}
