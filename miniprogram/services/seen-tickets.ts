/** Which version of a ticket this phone's person looked at last: what changed since is marked in lists. */
const KEY = 'seen-tickets'

/** More than a unit has open; the longest unseen leave first. */
const keptMost = 500

type Seen = readonly (readonly [ticketId: string, version: number])[]

const read = (): Seen => (wx.getStorageSync(KEY) as Seen | '') || []

export function keepSeen(ticketId: string, version: number): void {
  const others = read().filter(([id]) => id !== ticketId)
  wx.setStorageSync(KEY, [...others, [ticketId, version]].slice(-keptMost))
}

/** Asked once for a whole list. @returns whether a ticket has something this person has not seen */
export function unseen(): (ticketId: string, version: number) => boolean {
  const seen = new Map(read())
  return (ticketId, version) => seen.get(ticketId) !== version
}
