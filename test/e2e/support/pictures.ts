import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

const taken = new Map<string, number>()

/** Where the next picture of the running test goes: artifacts/e2e/<test>/<n>.png, kept as a CI artefact. */
export function nextPicture(): string {
  const test = expect.getState().currentTestName ?? 'outside a test'
  const name = test.replaceAll(' > ', ' - ').replace(/[^\p{L}\p{N} ,()-]+/gu, '_')
  const count = (taken.get(name) ?? 0) + 1
  taken.set(name, count)
  const folder = join('artifacts/e2e', name)
  mkdirSync(folder, { recursive: true })
  return join(folder, `${count}.png`)
}
