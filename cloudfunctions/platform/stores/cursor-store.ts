import { db } from '../cloud'

/** How far the scheduler's own work has come: one small document a kind of work. */
async function read<Value>(id: string): Promise<Value | undefined> {
  const { data } = await db.collection('cursors').doc(id).get()
  return (data as { value: Value }[])[0]?.value
}

async function write(id: string, value: number): Promise<void> {
  await db.collection('cursors').doc(id).set({ value })
}

/** Up to when facts have been rolled up; a missed run loses nothing, as the next begins where the last ended. */
export const rolledUpTo = async (): Promise<number> => (await read<number>('rollup')) ?? 0

export const setRolledUpTo = (at: number): Promise<void> => write('rollup', at)

/** The directory version that all open deadlines were last counted with. */
export const countedVersion = (): Promise<number | undefined> => read<number>('counted')

export const setCountedVersion = (version: number): Promise<void> => write('counted', version)
