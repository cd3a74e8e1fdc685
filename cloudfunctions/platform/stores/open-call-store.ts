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
  for await (const pages of readPages<CallPage>('open_call_pages', { month }, { page: pagesAtOnce }))
    for (const page of pages) calls.push(...page.calls)
  return calls
}

export async function dropCalls(month: string): Promise<void> {
  await db.collection('open_call_pages').where({ month }).remove()
}
