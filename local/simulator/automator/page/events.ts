import { type Automated, plain } from './protocol'

const forwarding = new WeakSet<Automated>()

/** From now on every line of the console is told, once however often this is asked. */
export function forwardLog(automated: Automated): void {
  if (forwarding.has(automated)) return
  forwarding.add(automated)
  automated.phone.on('log', ({ level, args }) => {
    automated.tell('App.logAdded', { type: level, args: args.map(sayable) })
  })
}

export function forwardExceptions({ phone, tell }: Automated): void {
  const told = ({ message, stack }: { message: string; stack: string }): void =>
    tell('App.exceptionThrown', { exceptionDetails: { message, stack }, message, stack })
  phone.on('error', told)
  phone.on('unhandledRejection', ({ reason }) => {
    const error = reason instanceof Error ? reason : new Error(String(reason))
    told({ message: error.message, stack: error.stack ?? '' })
  })
}

/** What JSON can't say is said in words. */
function sayable(value: unknown): unknown {
  if (value instanceof Error) return value.stack ?? value.message
  try {
    return plain(value) ?? String(value)
  } catch {
    return String(value)
  }
}
