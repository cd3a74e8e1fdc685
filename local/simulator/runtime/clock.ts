import type { Clock } from './phone'

export function makeClock(offset: number): Clock {
  return {
    now: () => Date.now() + offset,
    setOffset(milliseconds) {
      offset = milliseconds
    },
  }
}

/** The `Date` that the app and its WXS see: real in everything but the present moment. */
export function shiftedDate(clock: Clock): DateConstructor {
  return new Proxy(Date, {
    construct: (target, given: [] | [number], newTarget: typeof Date) =>
      Reflect.construct(target, given.length > 0 ? given : [clock.now()], newTarget) as object,
    apply: () => new Date(clock.now()).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? () => clock.now() : (Reflect.get(target, key, receiver) as unknown),
  })
}
