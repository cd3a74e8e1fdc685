import type { Timestamp } from '../../../typings/contract/time'
import type { Ticket } from '../../domain/ticket/ticket'
import { _, db } from '../cloud'

/** What is needed to compare a ticket and to say what it is. */
export type AlikeTicket = Pick<
  Ticket,
  | '_id'
  | 'number'
  | 'status'
  | 'kind'
  | 'serviceCode'
  | 'subject'
  | 'description'
  | 'place'
  | 'caller'
  | 'coSignerCount'
  | 'submittedAt'
  | 'againstDepartmentId'
>

const fields: Record<keyof AlikeTicket, true> = {
  _id: true,
  number: true,
  status: true,
  kind: true,
  serviceCode: true,
  subject: true,
  description: true,
  place: true,
  caller: true,
  coSignerCount: true,
  submittedAt: true,
  againstDepartmentId: true,
}

/** Compared at most; a busy place's newest. */
const candidatesMost = 100

/**
 * The newest tickets that share a key of the signature: one read, each key a short walk along its index, so the work
 * grows with the candidates and not with the store.
 */
export async function ticketsAlike(signature: readonly string[], since: Timestamp): Promise<AlikeTicket[]> {
  if (signature.length === 0) return []
  const { data } = await db
    .collection('tickets')
    .where(_.or(signature.map((key) => ({ signature: key, submittedAt: _.gte(since) }))))
    .orderBy('submittedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(candidatesMost)
    .field(fields)
    .get()
  return data as AlikeTicket[]
}
