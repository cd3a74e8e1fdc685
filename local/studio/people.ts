import type { StaffRole } from '../../typings/contract/directory'
import { sampleBindings, sampleDirectory } from '../district/sample-directory'
import { personGroups, type PersonGroup, type StagePerson } from './state'

/** More are made by naming them: any `resident-<n>` is a resident. */
const residents = 12

const groupOf: Readonly<Record<StaffRole, PersonGroup>> = {
  contact: '民呼回应专员',
  deputy: 'B角',
  dispatcher: '派单员',
  supervisor: '督办员',
  leader: '分管领导',
  gridWorker: '网格员',
  admin: '管理员',
}

/** Everybody of the sample district, residents first, then staff by what they do. */
export function stagePeople(): StagePerson[] {
  const { posts, departments, areas } = sampleDirectory()
  const postById = new Map(posts.map((post) => [post._id, post]))
  const unitById = new Map(departments.map(({ _id, shortName }) => [_id, shortName]))
  const placeById = new Map(areas.map(({ _id, name }) => [_id, name]))
  const staff = sampleBindings().map(({ openid, postIds, displayName }) => {
    const post = postById.get(postIds[0] ?? '')
    const isOfPlace = post?.role === 'gridWorker'
    return {
      openid,
      name: displayName,
      unit: (isOfPlace ? placeById.get(post.areaId) : unitById.get(post?.departmentId ?? '')) ?? '',
      group: groupOf[post?.role ?? 'contact'],
    }
  })
  const all = [...Array.from({ length: residents }, (_, index) => resident(index + 1)), ...staff]
  return all.sort((a, b) => personGroups.indexOf(a.group) - personGroups.indexOf(b.group))
}

function resident(number: number): StagePerson {
  return { openid: `resident-${number}`, name: `居民 ${number}`, unit: '', group: '群众' }
}
