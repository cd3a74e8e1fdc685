import type { z } from 'zod'
import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import type { Caller } from './caller'

/** What one call knows. Time is read once. */
export interface CallContext<Input> {
  input: Input
  /** Made by the phone and kept over retries; present where the operation is a command. */
  commandId?: string
  /** The version that the person saw. */
  version?: number
  caller: Caller
  directory: Directory
  now: Timestamp
}

export interface Operation {
  name: string
  input: z.ZodType
  /** Answered to whoever asks, without knowing who it is. */
  forAnybody?: true
  run(context: CallContext<never>): Promise<unknown>
}

/** One operation of a function; its name is its path. */
export function operation<Input, Output>(
  name: string,
  definition: {
    input: z.ZodType<Input>
    forAnybody?: true
    run(context: CallContext<Input>): Promise<Output>
  },
): Operation {
  return { name, ...definition } as Operation
}
