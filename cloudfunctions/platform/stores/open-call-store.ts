import type { OpenCall } from '../../domain/open-data/coarse-calls'
import { db } from '../cloud'
import { readPages } from './by-key'

/** What a page of a month's tickets came to, until the month's file is made; some 200 KB. */
interface CallPage {
  _id: string
  month: string
  calls: OpenCall[]
}

/** Read at once. */
const pagesAtOnce = 4

/** @param page names the page, so that one that is read again takes the place of the first. */
export async function keepCalls(month: string, page: string, calls: readonly OpenCall[]): Promise<void> {
  await db.collection('open_call_pages').doc(`${month}:${page}`).set({ month, calls })
}

export async function callsKept(month: string): Promise<OpenCall[]> {
  const calls: OpenCall[] = []
  const once = new Map<string, string>()
  for await (const pages of readPages<CallPage>('open_call_pages', { month }, { page: pagesAtOnce }))
    for (const page of pages) for (const call of page.calls) calls.push(sharing(call, once))
  return calls
}

/** The same few words stand in hundreds of thousands of calls: each is held once. */
function sharing(call: OpenCall, once: Map<string, string>): OpenCall {
  const shared = Object.entries(call).map(([field, value]: [string, unknown]) => {
    if (typeof value !== 'string') return [field, value]
    if (!once.has(value)) once.set(value, value)
    return [field, once.get(value)]
  })
  return Object.fromEntries(shared) as OpenCall
}

export async function dropCalls(month: string): Promise<void> {
  await db.collection('open_call_pages').where({ month }).remove()
}
