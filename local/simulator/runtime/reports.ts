import type { Signals } from './phone'

/** The app's console: the browser's own, and a signal for whoever listens. */
export function reportTo(signals: Signals): Console {
  const levels = ['log', 'info', 'warn', 'error', 'debug'] as const
  const told = Object.fromEntries(
    levels.map((level) => [
      level,
      (...args: unknown[]) => {
        window.console[level](...args)
        signals.emit('log', { level, args })
      },
    ]),
  )
  return Object.assign(Object.create(window.console) as Console, told)
}
