import type { Directory } from '../../../typings/contract/directory'
import type { Warning } from '../../../typings/contract/supervision'
import type { LocalDate, Timestamp } from '../../../typings/contract/time'
import { indexDirectory } from '../routing/index-directory'
import type { Ticket } from '../ticket/ticket'

/** Names the ticket and never what was said. Once a ticket. */
export function otherAnswer(
  { _id, number }: Pick<Ticket, '_id' | 'number'>,
  departmentId: string,
  directory: Directory,
  day: LocalDate,
  at: Timestamp,
): Warning {
  const name = indexDirectory(directory).departments.get(departmentId)?.name ?? departmentId
  return {
    _id: `otherAnswer:${_id}:${day}`,
    kind: 'otherAnswer',
    scope: { departmentId },
    day,
    at,
    text: `${name}办的 ${number}，换一位同事再回访，群众的回答和第一次不一致。请了解原因；评价和各项比率不变。`,
    ticketId: _id,
  }
}
