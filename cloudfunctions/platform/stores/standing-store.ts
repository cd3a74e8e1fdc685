import type { Timestamp } from '../../../typings/contract/time'
import type { OpenTicket, Standing } from '../../domain/statistics/standing'
import { _, db } from '../cloud'
import { readAll } from './by-key'

/** Open tickets counted, and how much was looked at for it. */
interface StoredStanding {
  asOf: Timestamp
  /** Open tickets and facts of the day: what counting costs, and so how often it is done. */
  weight: number
  standing: Standing
}

const id = 'now'

export async function lastStanding(): Promise<StoredStanding | undefined> {
  const { data } = await db.collection('standing').doc(id).get()
  return (data as StoredStanding[])[0]
}

export async function keepStanding(standing: StoredStanding): Promise<void> {
  await db.collection('standing').doc(id).set(standing)
}

/** Every open ticket, as little of it as counting needs. */
export async function openTickets(): Promise<OpenTicket[]> {
  return readAll<OpenTicket>(
    'tickets',
    { nextDeadlineAt: _.gte(0) },
    {
      by: 'nextDeadlineAt',
      fields: {
        status: true,
        nextStep: true,
        'lead.departmentId': true,
        'place.path': true,
        serviceCode: true,
        submittedAt: true,
        nextDeadlineAt: true,
      },
    },
  )
}
