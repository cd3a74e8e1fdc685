import { communityDepth } from './same-trouble'
import { signature, type Described } from './signature'

interface Placed extends Described {
  /** From the district down; empty where unknown. */
  path: readonly string[]
  serviceCode?: string
}

/** The words' own keys, and one for its service in its community: neighbours say one thing in other words. At most 29. */
export function ticketSignature(call: Placed): string[] {
  const community = call.path[communityDepth - 1]
  const here =
    community !== undefined && call.serviceCode !== undefined ? [`c${community}:${call.serviceCode}`] : []
  return [...here, ...signature(call)]
}
