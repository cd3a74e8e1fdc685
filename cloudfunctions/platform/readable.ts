import type { Directory, Role } from '../../typings/contract/directory'
import type { TicketFields } from '../../typings/contract/ticket'
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

/** Who must know of danger: whoever works on tickets. A grid worker and the caller have no alarm on a card. */
const seeAlarms: readonly Role[] = ['contact', 'deputy', 'dispatcher', 'supervisor', 'leader']

/** 回避 holds in lists too. A page may come out shorter for it; its cursor reads on all the same. */
export function readable<Card extends object>(
  cards: readonly Card[],
  { role, departmentId }: Actor,
  directory: Directory,
): Card[] {
  return cards.flatMap((card) => {
    const { againstDepartmentId, alarms, ...rest } = card as Card & Accusation & Pick<TicketFields, 'alarms'>
    const hidden =
      againstDepartmentId !== undefined &&
      role !== 'supervisor' &&
      isAccused(departmentId, card as Card & Accusation, directory)
    if (hidden) return []
    return [{ ...rest, ...(alarms && seeAlarms.includes(role) && { alarms }) } as unknown as Card]
  })
}
