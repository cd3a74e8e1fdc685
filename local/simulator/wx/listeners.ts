type Listener<T> = (value: T) => void

/** The pair of `wx.on…` and `wx.off…`; without an argument `off` removes all. */
export function listeners<T>(): {
  on(listener: Listener<T>): void
  off(listener?: Listener<T>): void
  tell(value: T): void
} {
  const heard = new Set<Listener<T>>()
  return {
    on: (listener) => void heard.add(listener),
    off: (listener) => {
      if (listener) heard.delete(listener)
      else heard.clear()
    },
    tell: (value) => [...heard].forEach((listener) => listener(value)),
  }
}
