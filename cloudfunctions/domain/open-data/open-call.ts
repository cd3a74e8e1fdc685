import type { AlarmName } from '../../../typings/contract/ticket'
import { localDate } from '../calendar/local-time'
import { isAboutConduct } from '../routing/avoidance'
import type { DirectoryIndex } from '../routing/index-directory'
import { mayBePublished } from '../ticket/public-face'
import type { Ticket } from '../ticket/ticket'
import type { OpenCall } from './coarse-calls'
import { openStatus } from './open-status'

/** All that is read of a ticket for it. */
export const openCallFields = [
  'kind',
  'serviceCode',
  'againstDepartmentId',
  'alarms',
  'lead',
  'place',
  'clocks',
  'publication',
  'status',
  'submittedAt',
] as const satisfies readonly (keyof Ticket)[]

/** Somebody in such need is not even counted among others. */
const never: readonly AlarmName[] = ['selfHarm', 'violence', 'minor']

const dayMs = 86_400_000

/** Undefined where a call is in no file at all: an accusation, a call taken back, somebody in need. */
export function openCall(
  ticket: Pick<Ticket, (typeof openCallFields)[number]>,
  { services, departments, areas }: DirectoryIndex,
): OpenCall | undefined {
  const { serviceCode, status, lead, place, clocks, submittedAt, publication, alarms = [] } = ticket
  const service = services.get(serviceCode ?? '')
  if (!mayBePublished(ticket) || (service && isAboutConduct(service)) || status === 'withdrawn')
    return undefined
  if (alarms.some(({ alarm }) => never.includes(alarm))) return undefined
  const promise = clocks.find(({ kind }) => kind === 'promise')
  const streetId = place.path.find((id) => areas.get(id)?.level === 'street')
  const unit = departments.get(lead?.departmentId ?? '')
  return {
    day: localDate(submittedAt),
    ...(service && { serviceCode: service.code }),
    group: service?.level1 ?? '',
    ...(streetId && { streetId }),
    ...(unit && { departmentId: unit._id }),
    localUnit: unit?.class === 'street' || unit?.class === 'village',
    status: openStatus[status].status,
    ...(promise && { promisedDays: daysBetween(submittedAt, promise.dueAt) }),
    ...(promise?.stoppedAt !== undefined && {
      takenDays: daysBetween(submittedAt, promise.stoppedAt),
      inTime: promise.stoppedAt <= promise.dueAt,
    }),
    published: publication?.state === 'published',
  }
}

/** Whole days, begun ones counted. */
const daysBetween = (from: number, to: number) => Math.max(0, Math.ceil((to - from) / dayMs))
