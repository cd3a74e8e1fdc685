import { randomBytes } from 'node:crypto'
import type tcb from '@cloudbase/node-sdk'
import { isDeepStrictEqual } from 'node:util'
import { callTimes, questions } from './questions'

export interface Finding {
  asked: string
  expected: unknown
  answer: unknown
  agrees: boolean
}

/** Asks every question in a collection of its own names. Leaves documents behind: a free environment is meant. */
export async function askAll(
  app: ReturnType<typeof tcb.init>,
): Promise<{ findings: Finding[]; times: unknown }> {
  const run = randomBytes(4).toString('hex')
  const scratch = { collection: 'smoke', id: (name: string) => `${run}-${name}` }
  await app
    .database()
    .createCollection(scratch.collection)
    .catch(() => undefined)
  const times = await callTimes(app).catch((error: { code?: unknown }) => ({ failed: error.code }))
  const findings: Finding[] = []
  for (const { asked, expected, ask } of questions) {
    const answer = await ask(app, scratch).catch((error: { code?: unknown }) => ({ failed: error.code }))
    findings.push({ asked, expected, answer, agrees: isDeepStrictEqual(answer, expected) })
  }
  return { findings, times }
}
