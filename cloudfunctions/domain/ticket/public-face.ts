import type { TicketFields } from '../../../typings/contract/ticket'
import type { Draft } from './draft'
import type { Ticket } from './ticket'

type Published = Pick<TicketFields, 'publication' | 'finding'>

/** Fields that a publication is made of; steps write them whole, so that a changed one is another value. */
const face = [
  'publication',
  'finding',
  'status',
  'kind',
  'serviceCode',
  'againstDepartmentId',
  'lead',
  'commitments',
  'block',
  'coSignerCount',
] as const satisfies readonly (keyof TicketFields)[]

/** Whether everybody reads something else from now on. */
export function publicFaceChanged({ before, ticket }: Draft): boolean {
  return (isPublic(before) || isPublic(ticket)) && face.some((field) => before[field] !== ticket[field])
}

const isPublic = ({ publication, finding }: Published): boolean =>
  publication?.state === 'published' || finding?.approval?.grant === true

/** A complaint about conduct is never published; only what was found is. */
export const mayBePublished = ({
  kind,
  againstDepartmentId,
}: Pick<TicketFields, 'kind' | 'againstDepartmentId'>): boolean =>
  kind !== 'report' && againstDepartmentId === undefined

/** The last approved reply was meant for everybody, and the centre hasn't said yet whether it may. */
export function waitsForPublication(ticket: Ticket): boolean {
  const reply = ticket.replies.at(-1)
  if (!reply?.publish || reply.review?.verdict !== 'approved') return false
  if (ticket.erasedAt !== undefined || !mayBePublished(ticket)) return false
  const { publication } = ticket
  return publication === undefined || publication.at < reply.review.at
}
