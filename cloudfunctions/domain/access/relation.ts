import type { Directory } from '../../../typings/contract/directory'
import { contactPostOf, leaderPostOf, onDuty, superiorOf } from '../routing/on-duty'
import type { Timestamp } from '../../../typings/contract/time'
import type { RelationName } from '../../../typings/contract/views'
import type { Actor, Ticket } from '../ticket/ticket'
import { isAccused } from './accused'

/** How somebody stands to one ticket. Rights follow from this and from nothing else. */
export type Relation = RelationName

/**
 * All relations of an actor to a ticket. A deputy (B角) stands in the contact's place only while the contact is away;
 * an accused department (回避) has none at all, whatever its posts, but for supervisors: where the centre itself is
 * accused, somebody has to be able to act.
 */
export function relationsOf(
  actor: Actor,
  ticket: Ticket,
  directory: Directory,
  at: Timestamp,
): Set<Relation> {
  if (actor.role === 'system') return new Set(['system'])
  if (actor.role === 'resident')
    return new Set(actor.alias === ticket.caller.alias ? ['caller', 'resident'] : ['resident'])
  const relations = new Set<Relation>()
  if (actor.role !== 'supervisor' && isAccused(actor.departmentId, ticket, directory)) return relations
  if (actor.role === 'dispatcher') relations.add('centre')
  if (actor.role === 'supervisor') relations.add('supervisor').add('centre')
  if (actor.role === 'leader' && isInCharge(actor, ticket, directory)) relations.add('leader')
  if (actor.role === 'admin') relations.add('admin')
  if (actor.role === 'gridWorker' && watches(actor, ticket, directory)) relations.add('areaWatcher')
  if (actor.role === 'contact' || actor.role === 'deputy')
    addDepartmentRelations(relations, actor, ticket, directory, at)
  return relations
}

function addDepartmentRelations(
  relations: Set<Relation>,
  actor: Actor,
  ticket: Ticket,
  directory: Directory,
  at: Timestamp,
) {
  const departmentId = actor.departmentId
  const standsFor = (postId: string) => onDuty(postId, directory, at)?.postId === actor.postId
  if (ticket.lead && standsFor(ticket.lead.postId)) relations.add('lead')
  if (ticket.coTasks.some((task) => standsFor(task.postId))) relations.add('coHandler')
  const contact = contactPostOf(departmentId ?? '', directory)
  if (!contact || !standsFor(contact._id)) return
  if (ticket.consultation?.departmentIds.includes(departmentId ?? '')) relations.add('consulted')
  if (ticket.escalation?.toDepartmentId === departmentId) relations.add('superior')
  if (ticket.lead && superiorOf(ticket.lead.departmentId, directory)?._id === departmentId)
    relations.add('copied')
  if (ticket.cc.includes(departmentId ?? '')) relations.add('copied')
}

/** 分管领导: of the department that leads, or that holds a co-task. */
function isInCharge(actor: Actor, { lead, coTasks }: Ticket, directory: Directory): boolean {
  const departments = [lead, ...coTasks].flatMap((one) => one?.departmentId ?? [])
  return departments.some((id) => leaderPostOf(id, directory)?._id === actor.postId)
}

function watches(actor: Actor, ticket: Ticket, directory: Directory): boolean {
  const post = directory.posts.find((one) => one._id === actor.postId)
  return post !== undefined && ticket.place.path.includes(post.areaId)
}
