import type { Correction } from '../../cloudfunctions/platform/stores/correction-store'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'

type Words = Pick<Ticket, '_id' | 'subject' | 'description' | 'erasedAt'>

/** Columns id, subject, detail, label, in the order of the ids: the class that a person gave, with the words it is about. */
export function labelledCsv(
  corrections: readonly Pick<Correction, '_id' | 'level1'>[],
  ticketOf: (id: string) => Words | undefined,
): { csv: string; rows: number } {
  const lines = corrections
    .toSorted((one, other) => (one._id < other._id ? -1 : 1))
    .flatMap(({ _id, level1 }) => {
      const ticket = ticketOf(_id)
      if (!ticket || ticket.erasedAt !== undefined) return []
      return [[_id, ownSubject(ticket), ticket.description, level1].map(cell).join(',')]
    })
  return { csv: ['id,subject,detail,label', ...lines, ''].join('\n'), rows: lines.length }
}

/** A subject made from the first line says nothing of its own, and would count thrice. */
const ownSubject = ({ subject, description }: Words): string =>
  description.startsWith(subject.replace(/…$/, '')) ? '' : subject

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
