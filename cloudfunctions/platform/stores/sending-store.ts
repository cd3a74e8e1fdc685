import type { NoticeState, Sending } from '../../../typings/contract/notification'
import { _, db, insertOnce } from '../cloud'

const sendings = () => db.collection('sendings')

/** Of one message, ticket or list at once. */
const most = 200

/** The longest waiting first. */
export async function findDueSendings(at: number, limit: number): Promise<Sending[]> {
  const { data } = await sendings()
    .where({ dueAt: _.lte(at) })
    .orderBy('dueAt', 'asc')
    .limit(limit)
    .get()
  return data as Sending[]
}

/** @returns false where it is there already, whatever became of it. */
export const insertSending = (sending: Sending): Promise<boolean> => insertOnce('sendings', sending)

export type SendingChange = Partial<Pick<Sending, 'state' | 'code' | 'tries' | 'settledAt'>> & {
  /** null: nothing more happens by itself. */
  dueAt?: number | null
}

/** Moves it on from the state and try that were read. @returns false where somebody else did. */
export async function moveSending(
  { _id, state, tries }: Pick<Sending, '_id' | 'state' | 'tries'>,
  { dueAt, ...change }: SendingChange,
): Promise<boolean> {
  const { updated } = await sendings()
    .where({ _id, state, tries })
    .update({
      ...change,
      ...(dueAt !== undefined && { dueAt: dueAt === null ? _.remove() : dueAt }),
    })
  return updated === 1
}

export async function sendingsWithIds(ids: readonly string[]): Promise<Sending[]> {
  if (ids.length === 0) return []
  const { data } = await sendings()
    .where({ _id: _.in([...ids]) })
    .limit(ids.length)
    .get()
  return data as Sending[]
}

export async function sendingsOf(ticketId: string): Promise<Sending[]> {
  const { data } = await sendings().where({ ticketId }).orderBy('at', 'desc').limit(most).get()
  return data as Sending[]
}

/** Phone tasks that wait for the centre, oldest first. */
export async function openPhoneTasks(): Promise<Sending[]> {
  const state: NoticeState = 'open'
  const { data } = await sendings().where({ state }).orderBy('at', 'asc').limit(most).get()
  return data as Sending[]
}

type Call = NonNullable<Sending['calls']>[number]

/** @returns false where somebody else recorded a call since the list was read. */
export async function addCall(
  task: Pick<Sending, '_id' | 'state' | 'tries'>,
  call: Call,
  state: NoticeState,
): Promise<boolean> {
  const { _id, tries } = task
  const { updated } = await sendings()
    .where({ _id, state: task.state, tries })
    .update({
      calls: _.push([call]),
      tries: tries + 1,
      state,
      ...(state !== 'open' && { settledAt: call.at }),
    })
  return updated === 1
}
