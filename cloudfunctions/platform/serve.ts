import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Answer, Failure } from '../../typings/contract/envelope'
import { DomainError, refuse } from '../domain/errors'
import { callerOf, nobody, openidOfCall } from './caller'
import { VersionConflict } from './conflict'
import type { CallContext, Operation } from './operation'
import { loadDirectory } from './stores/directory-store'

const envelope = z.object({
  op: z.string().max(60),
  commandId: z.string().min(8).max(64).optional(),
  version: z.int().nonnegative().optional(),
  directoryVersion: z.int().nonnegative().optional(),
  input: z.unknown().optional(),
})

/**
 * A function's `main`. The only try/catch: expected failures become `{ok: false, error}` and never throw; anything
 * else is a bug and crashes its call.
 */
export function serve(functionName: string, operations: readonly Operation[]) {
  const table = new Map(operations.map((one) => [one.name, one]))
  return async function main(event: unknown): Promise<Answer<unknown>> {
    const requestId = process.env.TCB_SEQID ?? randomUUID()
    try {
      return { ok: true, data: await run(functionName, table, event) }
    } catch (error) {
      return { ok: false, error: { ...failureOf(error), requestId } }
    }
  }
}

async function run(
  functionName: string,
  table: ReadonlyMap<string, Operation>,
  event: unknown,
): Promise<unknown> {
  const call = envelope.safeParse(event)
  if (!call.success) return invalid(call.error, '')
  const { op, commandId, version, directoryVersion, input } = call.data
  const operation = table.get(`${functionName}.${op}`) ?? refuse('UNKNOWN_OPERATION', 'op')
  const openid = openidOfCall()
  if (openid === undefined && !operation.forAnybody) refuse('NOT_IDENTIFIED')
  const parsed = operation.input.safeParse(input ?? {})
  if (!parsed.success) return invalid(parsed.error, 'input')
  const directory = await loadDirectory(directoryVersion)
  const context: CallContext<unknown> = {
    input: parsed.data,
    ...(commandId !== undefined && { commandId }),
    ...(version !== undefined && { version }),
    caller: openid === undefined ? nobody : callerOf(openid, directory),
    directory,
    now: Date.now(),
  }
  return operation.run(context as CallContext<never>)
}

function invalid(error: z.ZodError, root: string): never {
  const [issue] = error.issues
  const path = [root, ...(issue?.path ?? [])].filter((part) => part !== '').join('.')
  const tooLong = issue?.code === 'too_big' && issue.origin === 'string'
  return refuse(tooLong ? 'TEXT_TOO_LONG' : 'INVALID_INPUT', path)
}

function failureOf(error: unknown): Omit<Failure, 'requestId'> {
  if (!(error instanceof DomainError)) throw error
  return {
    code: error.code,
    message: error.message,
    ...(error.path !== undefined && { path: error.path }),
    ...(error instanceof VersionConflict && { fresh: error.fresh }),
  }
}
