import { db, insertOnce } from '../cloud'

/** Aliases whose mapping this warm instance has already written. Bounded; losing it costs one refused insert. */
const written = new Set<string>()
const rememberMost = 10_000

/** The one closed document from an alias to an openid, written once; what notices are sent by. */
export async function keepMapping(alias: string, openid: string): Promise<void> {
  if (written.has(alias)) return
  await insertOnce('callers', { _id: alias, openid })
  if (written.size >= rememberMost) written.clear()
  written.add(alias)
}

/** Where notices go. Stays inside the edge. */
export async function openidOf(alias: string): Promise<string | undefined> {
  const { data } = await db.collection('callers').doc(alias).get()
  return (data as { openid: string }[])[0]?.openid
}
