type Listener = (...args: unknown[]) => void

/** What navigateTo gives both pages to speak through (EventChannel). */
export class EventChannel {
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>()

  constructor(events: Readonly<Record<string, Listener>> = {}) {
    for (const [name, listener] of Object.entries(events)) this.on(name, listener)
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once: false }])
  }

  once(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once: true }])
  }

  off(name: string, listener?: Listener): void {
    const kept = (this.listeners.get(name) ?? []).filter((one) => listener && one.listener !== listener)
    this.listeners.set(name, kept)
  }

  emit(name: string, ...args: unknown[]): void {
    const heard = this.listeners.get(name) ?? []
    this.listeners.set(
      name,
      heard.filter(({ once }) => !once),
    )
    for (const { listener } of heard) listener(...args)
  }
}
