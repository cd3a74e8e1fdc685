/** Whether there is a network, and who wants to hear of a change. */
type Listener = (online: boolean) => void

const listeners = new Set<Listener>()
let online = true

/** Once, from app.ts. */
export function watchNetwork(): void {
  const tell = (now: boolean) => {
    if (now === online) return
    online = now
    for (const listener of [...listeners]) listener(now)
  }
  wx.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') })
  wx.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
}

export const isOnline = (): boolean => online

/** @returns the way to stop listening */
export function onNetwork(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
