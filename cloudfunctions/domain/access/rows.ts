import type { ListInput, ListView } from '../../../typings/contract/views'
import type { Role } from '../../../typings/contract/directory'
import type { Timestamp } from '../../../typings/contract/time'
import { openStatuses } from '../ticket/status'
import type { Actor } from '../ticket/ticket'

/** A condition on one field, in words that any store understands. */
export type Condition =
  | string
  | number
  | { in: readonly string[] }
  /** Of a field that holds several: each of them. */
  | { all: readonly string[] }
  | { below: number }
  /** Both ends belong to it. */
  | { from: number; to?: number }

export interface RowFilter {
  where: Readonly<Record<string, Condition>>
  /** Sorted by this field, then by `_id`; each is served by one index. */
  by: 'nextDeadlineAt' | 'submittedAt' | 'updatedAt'
  direction: 'asc' | 'desc'
}

interface Standing {
  actor: Actor
  /** Area of the actor's post. */
  areaId?: string
  aliases: readonly string[]
  at: Timestamp
}

interface ListRow {
  for: readonly Role[]
  rows: (standing: Standing) => RowFilter
}

const soonest = { by: 'nextDeadlineAt', direction: 'asc' } as const
const newest = { by: 'submittedAt', direction: 'desc' } as const

const ofLead = ({ actor }: Standing, ...statuses: string[]): RowFilter => ({
  where: { 'lead.departmentId': actor.departmentId ?? '', status: { in: statuses } },
  ...soonest,
})

const ofCentre = (...tasks: string[]): RowFilter => ({ where: { centreTasks: { in: tasks } }, ...soonest })

const unit: readonly Role[] = ['contact', 'deputy']
const centre: readonly Role[] = ['dispatcher', 'supervisor']

/** Who may read which list, and which rows are theirs (law 5). */
export const lists: Record<ListView, ListRow> = {
  mine: {
    for: ['resident'],
    rows: ({ aliases }) => ({ where: { 'caller.alias': { in: aliases } }, ...newest }),
  },
  inbox: { for: unit, rows: (standing) => ofLead(standing, 'dispatched', 'acknowledged') },
  toAcknowledge: { for: unit, rows: (standing) => ofLead(standing, 'dispatched') },
  handling: { for: unit, rows: (standing) => ofLead(standing, 'acknowledged') },
  replied: { for: unit, rows: (standing) => ofLead(standing, 'replied', 'callback') },
  coTasks: {
    for: unit,
    rows: ({ actor }) => ({ where: { awaitedIds: actor.departmentId ?? '' }, ...soonest }),
  },
  desk: {
    for: centre,
    rows: () =>
      ofCentre(
        'dispatch',
        'takeBack',
        'ruleReturn',
        'ruleExtension',
        'ruleBlock',
        'ruleTermination',
        'consultation',
      ),
  },
  toReview: { for: centre, rows: () => ofCentre('review') },
  callbacks: { for: centre, rows: () => ofCentre('callback', 'callByPhone', 'decideRework') },
  overdue: {
    for: ['supervisor', 'dispatcher'],
    rows: ({ at }) => ({ where: { nextDeadlineAt: { below: at } }, ...soonest }),
  },
  supervised: {
    for: ['supervisor', 'leader'],
    rows: () => ofCentre('awaitSupervision'),
  },
  toPublish: {
    for: centre,
    rows: () => ({ where: { centreTasks: { in: ['publish', 'ruleFinding'] } }, ...newest }),
  },
  area: {
    for: ['gridWorker'],
    rows: ({ areaId }) => ({
      where: { 'place.path': areaId ?? '', status: { in: openStatuses } },
      ...newest,
    }),
  },
  all: { for: centre, rows: () => ({ where: {}, ...newest }) },
}

/** What a reader wants of a list: never more than its rows. @param endOfDay of the district's today; ms UTC */
export function narrowed(
  filter: RowFilter,
  { due, serviceCode, areaId }: Pick<ListInput, 'due' | 'serviceCode' | 'areaId'>,
  { at, endOfDay }: { at: Timestamp; endOfDay: Timestamp },
): RowFilter {
  return {
    ...filter,
    where: {
      ...filter.where,
      ...(due && { nextDeadlineAt: { below: due === 'overdue' ? at : endOfDay } }),
      ...(serviceCode && { serviceCode }),
      ...(areaId && { 'place.path': within(filter.where['place.path'], areaId) }),
    },
  }
}

/** An area that is asked for never takes the place of the one that its reader is kept to. */
export const within = (kept: Condition | undefined, areaId: string): Condition =>
  typeof kept === 'string' ? { all: [kept, areaId] } : areaId

/** A search is cut to the rows its reader may see at all; each scope is read by its own index, and the pages joined. */
export function searchScope({
  actor,
  areaId,
  aliases,
}: Standing): readonly Readonly<Record<string, Condition>>[] | undefined {
  switch (actor.role) {
    case 'dispatcher':
    case 'supervisor':
    case 'leader':
      return [{}]
    case 'contact':
    case 'deputy':
      return [
        { 'lead.departmentId': actor.departmentId ?? '' },
        { 'coTasks.departmentId': actor.departmentId ?? '' },
      ]
    case 'gridWorker':
      return [{ 'place.path': areaId ?? '' }]
    case 'resident':
      return [{ 'caller.alias': { in: aliases } }]
    default:
      return undefined
  }
}
