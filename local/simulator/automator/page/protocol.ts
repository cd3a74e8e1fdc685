import type { PhoneHost } from '../../runtime/host'
import type { PageHandle } from '../../runtime/phone'
import type { ElementIds } from './element-ids'

/** What a method of the protocol works with, inside the phone's window. */
export interface Automated {
  readonly phone: PhoneHost
  readonly elements: ElementIds
  /** Sends an event to whoever drives the phone. */
  tell(event: string, params: Record<string, unknown>): void
}

/** Answers one method. Anything thrown becomes the reply's `error.message`. */
type Answer = (params: never, automated: Automated) => unknown

/** Methods of one domain, by the name after the dot. */
export type Domain = Readonly<Record<string, Answer>>

/** @throws Error when the page is gone from the stack. */
export function pageOf({ pageId }: { pageId: number }, { phone }: Automated): PageHandle {
  const found = phone.pageStack().find((page) => page.id === pageId)
  if (found === undefined) throw new Error(`page ${pageId} is not open any more`)
  return found
}

/** What a reply can carry: as JSON would, undefined where JSON has nothing. */
export function plain(value: unknown): unknown {
  const text = JSON.stringify(value)
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}
