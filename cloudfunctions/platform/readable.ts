import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { type Accusation, isAccused } from '../domain/access/accused'
import { contactPostOf, onDuty } from '../domain/routing/on-duty'
import type { Actor } from '../domain/ticket/ticket'
import type { Caller } from './caller'

/** As whom the caller may read lists now: of a unit's contact and deputy only the one who stands in its place. */
export function onDutyActors({ actors }: Caller, directory: Directory, at: Timestamp): Actor[] {
  return actors.filter(({ role, postId, departmentId }) => {
    if (role !== 'contact' && role !== 'deputy') return true
    const contact = contactPostOf(departmentId ?? '', directory)
    return contact !== undefined && onDuty(contact._id, directory, at)?.postId === postId
  })
}

/** 回避 holds in lists too. A page may come out shorter for it; its cursor reads on all the same. */
export function readable<Card extends object>(
  cards: readonly Card[],
  { role, departmentId }: Actor,
  directory: Directory,
): Card[] {
  return cards.flatMap((card) => {
    const { againstDepartmentId, ...rest } = card as Card & Accusation
    if (againstDepartmentId === undefined) return [card]
    const hidden = role !== 'supervisor' && isAccused(departmentId, card as Card & Accusation, directory)
    return hidden ? [] : [rest as unknown as Card]
  })
}
