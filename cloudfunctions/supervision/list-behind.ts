import type { ArrearsId, FigureQuery, FlowId, KpiId, StandingId } from '../../typings/contract/supervision'
import type { TicketList } from '../../typings/contract/views'
import type { Condition } from '../domain/access/rows'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { behindArrears, behindFlow, behindKpi, type FactFilter, restOf } from '../domain/statistics/behind'
import { figureDay } from '../domain/statistics/figure-day'
import { ages, standingRows } from '../domain/statistics/standing'
import { openStatuses } from '../domain/ticket/status'
import { nameAll } from '../platform/names'
import type { CallContext } from '../platform/operation'
import { onDutyActors, readable } from '../platform/readable'
import { factPage } from '../platform/stores/fact-store'
import { cardsOf, listTickets } from '../platform/stores/ticket-list'
import { keyAsked, spanAsked } from './counted'

type Query = Omit<FigureQuery, 'figure'> & { figure: string; limit: number; cursor?: string }

/** The tickets behind a number, each as often as it counted: two round trips a page, one where open tickets are counted. */
export async function listBehind(context: CallContext<Query>): Promise<TicketList> {
  const { input, caller, directory, now } = context
  const actor =
    onDutyActors(caller, directory, now).find(({ role }) => role === 'supervisor' || role === 'dispatcher') ??
    refuse('NOT_ALLOWED')
  const standing = standingId(input.figure)
  const slice = standing ? await standingTickets(standing, context) : await countedTickets(context)
  const tickets = readable(slice.tickets, actor, directory)
  return { ...slice, tickets, names: nameAll(tickets, indexDirectory(directory)), now }
}

function standingTickets(id: StandingId, { input, now }: CallContext<Query>) {
  const filter = standingRows(id, now)
  const { dimension, key } = keyAsked(input)
  const fields = {
    district: undefined,
    department: 'lead.departmentId',
    street: 'place.path',
    service: 'serviceCode',
  }
  const field = fields[dimension]
  const where: Record<string, Condition> = { ...filter.where, ...(field && { [field]: key }) }
  return listTickets({ ...filter, where }, input.limit, input.cursor)
}

async function countedTickets(context: CallContext<Query>) {
  const { input, now } = context
  const span = spanAsked(context)
  const today = figureDay(now)
  const { areaId } = input
  const filter = { ...factFilter(input), ...scopeFilter(context), ...(areaId !== undefined && { areaId }) }
  const reading = {
    from: span.from,
    to: span.to < today ? span.to : today,
    asOf: now,
    ...(input.excluded !== undefined && { excluded: input.excluded }),
  }
  const { facts, cursor } = await factPage(filter, reading, input.limit, input.cursor)
  const tickets = await cardsOf(facts.map(({ ticketId }) => ticketId))
  return { tickets, ...(cursor !== undefined && { cursor }) }
}

function factFilter({ figure, part, hour }: Query): FactFilter {
  const cell: FactFilter = hour === undefined ? {} : { hour }
  if (isFlow(figure)) return { ...behindFlow[figure], ...cell }
  if (isArrears(figure)) return behindArrears[figure]
  if (!isKpi(figure)) return refuse('INVALID_INPUT', 'input.figure')
  const behind = behindKpi[figure]
  if (part === 'rest') return { ...(restOf(behind) ?? refuse('INVALID_INPUT', 'input.part')), ...cell }
  return { ...(part === 'numerator' ? behind.above : behind.below), ...cell }
}

function scopeFilter({ input, directory }: CallContext<Query>): FactFilter {
  const { dimension, key } = keyAsked(input)
  if (dimension === 'district') return {}
  if (dimension === 'department') return { departmentId: key }
  if (dimension === 'service') return { serviceCode: key }
  return { areaId: directory.areas.filter(({ path }) => path[1] === key).map(({ _id }) => _id) }
}

const isFlow = (id: string): id is FlowId => Object.hasOwn(behindFlow, id)

const isArrears = (id: string): id is ArrearsId => Object.hasOwn(behindArrears, id)

const isKpi = (id: string): id is KpiId => Object.hasOwn(behindKpi, id)

function standingId(id: string): StandingId | undefined {
  const plain: readonly string[] = ['open', 'dueToday', 'overdue', 'unacknowledged', 'uncontacted']
  const known =
    plain.includes(id) ||
    ages.some((age) => age.id === id) ||
    openStatuses.some((status) => id === `status:${status}`)
  return known ? (id as StandingId) : undefined
}
