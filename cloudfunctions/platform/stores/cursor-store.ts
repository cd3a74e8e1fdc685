import type { LocalDate } from '../../../typings/contract/time'
import { db } from '../cloud'
import type { GrownKey } from './digest-store'
import type { SubmittedKey } from './ticket-pages'
import type { OpenKey } from './ticket-store'

/** How far the scheduler's own work has come: one small document a kind of work. */
async function read<Value>(id: string): Promise<Value | undefined> {
  const { data } = await db.collection('cursors').doc(id).get()
  return (data as { value: Value }[])[0]?.value
}

async function write(id: string, value: unknown): Promise<void> {
  await db.collection('cursors').doc(id).set({ value })
}

/** Up to when facts have been rolled up; a missed run loses nothing, as the next begins where the last ended. */
export const rolledUpTo = async (): Promise<number> => (await read<number>('rollup')) ?? 0

export const setRolledUpTo = (at: number): Promise<void> => write('rollup', at)

/** How far open tickets have been looked at since the directory changed, in the order of their next deadline. */
export interface Looked {
  version: number
  /** When this version was first seen. */
  since: number
  /** The last one of this pass. */
  after?: OpenKey
  /** Tickets of this pass that had to be changed: while there are any, another pass follows. */
  found: number
  done: boolean
}

export const lookedAt = (): Promise<Looked | undefined> => read<Looked>('counted')

export const setLookedAt = (looked: Looked): Promise<void> => write('counted', looked)

/** How far the days' digests have come. */
export interface Digested {
  /** The last day that was published; absent before the first. */
  through?: LocalDate
  /** A reading of what grew since, up to the end of `to`, and the last ticket of it that is dealt with. */
  reading?: { to: LocalDate; after?: GrownKey; done?: true }
}

export const digested = async (): Promise<Digested> => (await read<Digested>('digest')) ?? {}

export const setDigested = (done: Digested): Promise<void> => write('digest', done)

/** How far the reading of a month's calls for open data has come; none is under way where absent. */
export interface CallsRead {
  month: string
  after?: SubmittedKey
  done?: true
}

export const callsRead = (): Promise<CallsRead | undefined> => read<CallsRead>('openCalls')

export const setCallsRead = (reading: CallsRead): Promise<void> => write('openCalls', reading)

export const forgetCallsRead = async (): Promise<void> =>
  void (await db.collection('cursors').doc('openCalls').remove())
