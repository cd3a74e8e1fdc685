import type { Signals, SignalTable } from './phone'

type Listener = (value: never) => void

export function makeSignals(): Signals {
  const listeners = new Map<keyof SignalTable, Set<Listener>>()
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set<Listener>()
      listeners.set(name, set)
      set.add(listener as Listener)
      return () => set.delete(listener as Listener)
    },
    emit(name, value) {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(value as never)
    },
  }
}
