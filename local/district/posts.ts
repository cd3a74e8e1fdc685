import type { Area, Department, Post } from '../../typings/contract/directory'
import { districtArea } from './areas'
import { centreId, departmentUnits, governingId, utilityUnits } from './departments'
import { personName } from './person-names'

/** Who holds a post on the stage: an alias that stands for an openid. */
export interface Seat {
  post: Omit<Post, 'personId' | 'holderName'>
  openid: string
}

/** Every post with its holder's alias; one alias may hold several, as a leader does. */
export function sampleSeats(departments: readonly Department[], areas: readonly Area[]): Seat[] {
  return [
    ...departments.flatMap(contactAndDeputy),
    ...[1, 2, 3].map((number) => ofCentre('dispatcher', '派单员', number)),
    ...[1, 2].map((number) => ofCentre('supervisor', '督办员', number)),
    ofCentre('admin', '目录管理员', 1),
    ...leaders(departments),
    ...areas.filter(({ level }) => level === 'grid').map(gridWorker),
  ]
}

/** Posts are shown with their holder's name; the alias alone decides it. */
export const displayNameOf = (openid: string): string => personName(openid)

function contactAndDeputy({ _id, areaId }: Department, n: number): Seat[] {
  const shared = { departmentId: _id, areaId, active: true }
  const contact = `contact-${_id}`
  const deputy = `deputy-${_id}`
  return [
    {
      post: {
        ...shared,
        _id: contact,
        role: 'contact',
        title: '民呼回应专员',
        dutyPhone: dutyPhone(2 * n),
        deputyPostId: deputy,
      },
      openid: contact,
    },
    {
      post: {
        ...shared,
        _id: deputy,
        role: 'deputy',
        title: '民呼回应专员（B角）',
        dutyPhone: dutyPhone(2 * n + 1),
      },
      openid: deputy,
    },
  ]
}

/** Invented, and none that the stage's gateway fails for (local/sms/gateway.ts). */
const dutyPhone = (n: number): string => `1700000${String(1000 + n)}`

const ofCentre = (role: 'dispatcher' | 'supervisor' | 'admin', title: string, number: number): Seat => ({
  post: {
    _id: `${role}-${number}`,
    departmentId: centreId,
    role,
    title,
    areaId: districtArea._id,
    active: true,
  },
  openid: `${role}-${number}`,
})

/** Four leaders in charge share the thirty departments and four utilities; the grass roots climb to the first. */
function leaders(departments: readonly Department[]): Seat[] {
  const known = new Set(departments.map(({ _id }) => _id))
  return [...departmentUnits, ...utilityUnits]
    .filter(([id]) => known.has(id))
    .map(([id, , , leader]) => ({
      post: {
        _id: `leader-${id}`,
        departmentId: id,
        role: 'leader',
        title: '分管区领导',
        areaId: districtArea._id,
        active: true,
      },
      openid: `leader-${leader}`,
    }))
}

const gridWorker = ({ _id, path }: Area, index: number): Seat => {
  const communityId = path.at(-2) ?? districtArea._id
  return {
    post: {
      _id: `grid-worker-${index + 1}`,
      departmentId: governingId(communityId),
      role: 'gridWorker',
      title: '网格员',
      areaId: _id,
      active: true,
    },
    openid: `grid-worker-${index + 1}`,
  }
}
