import type { Answer, Failure } from '../../typings/contract/envelope'
import type { Commands, Operations, Reads } from '../../typings/contract/operations'
import { type PhoneTrouble, troubleWords } from '../labels'

/** What a call came to when it did not succeed; `message` is a sentence for the person who reads it. */
export class CallFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly path?: string,
    /** With VERSION_CONFLICT: the ticket as it is now. */
    readonly fresh?: unknown,
  ) {
    super(message)
  }

  /** Nobody knows whether it arrived: send the same again, under the same commandId. */
  get mayRetry(): boolean {
    return this.code === 'OFFLINE' || this.code === 'CLOUD_TROUBLE' || this.code === 'COMMAND_BUSY'
  }
}

type Name = keyof Operations & string

/** Reads. @throws CallFailure */
export function ask<Op extends keyof Reads & string>(
  name: Op,
  input: Reads[Op]['input'],
): Promise<Reads[Op]['output']> {
  return send(name, { input })
}

/** Submits under an id that the caller keeps (draft and outbox do). @throws CallFailure */
export function submitAs(
  commandId: string,
  input: Commands['tickets.submit']['input'],
): Promise<Commands['tickets.submit']['output']> {
  return send('tickets.submit', { input, commandId })
}

/** Commands that may or may not have arrived, by what they say. */
const uncertain = new Map<string, string>()

/**
 * Gives a command on a ticket. Tapped again after a lost answer it carries the same commandId, so it happens once.
 * @throws CallFailure
 */
export async function give<Op extends Exclude<keyof Commands, 'tickets.submit'> & string>(
  name: Op,
  input: Commands[Op]['input'],
  version: number,
): Promise<Commands[Op]['output']> {
  const key = JSON.stringify([name, input, version])
  const commandId = uncertain.get(key) ?? newCommandId()
  uncertain.set(key, commandId)
  try {
    const brief = await send(name, { input, commandId, version })
    uncertain.delete(key)
    return brief
  } catch (error) {
    if (error instanceof CallFailure && !error.mayRetry) uncertain.delete(key)
    throw error
  }
}

export function newCommandId(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `${Date.now().toString(36)}-${random()}${random()}`
}

interface Parcel {
  input: unknown
  commandId?: string
  version?: number
}

/** The directory that this phone has heard of: sent along, so that a warm instance with an older one looks again. */
let heardOf = 0

/** The only `wx.cloud.callFunction`. */
async function send<Op extends Name>(name: Op, parcel: Parcel): Promise<Operations[Op]['output']> {
  const [functionName = '', op = ''] = name.split('.')
  const { result } = await wx.cloud
    .callFunction({
      name: functionName,
      data: { op, ...parcel, ...(heardOf > 0 && { directoryVersion: heardOf }) },
    })
    .catch((error: unknown) => {
      throw troubleOf(error, parcel.commandId === undefined ? 'reading' : 'sending')
    })
  const answer = result as Answer<Operations[Op]['output']>
  if (answer.ok) {
    const { directoryVersion = 0 } = answer.data as { directoryVersion?: number }
    heardOf = Math.max(heardOf, directoryVersion)
    return answer.data
  }
  throw refusal(answer.error)
}

const refusal = ({ code, message, path, fresh }: Failure) => new CallFailure(code, message, path, fresh)

/** What the platform reports when no function answered. */
export function troubleOf(error: unknown, doing: 'reading' | 'sending'): CallFailure {
  const words = (error as { errMsg?: string }).errMsg ?? String(error)
  const code: PhoneTrouble = /request:fail|timeout|network|ERR_INTERNET/i.test(words)
    ? 'OFFLINE'
    : 'CLOUD_TROUBLE'
  return new CallFailure(code, troubleWords[code][doing])
}

/** The sentence to show. Anything but a CallFailure is a bug, and stays one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CallFailure) return error.message
  throw error
}
