import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildFunctions } from '../../local/build/functions'

/** Builds the product's functions once a run; `aStage()` starts them. */
export default async function setup(project: TestProject) {
  const out = mkdtempSync(join(tmpdir(), 'product-'))
  await buildFunctions({ source: 'cloudfunctions', out })
  project.provide('functionsDir', out)
  return () => rmSync(out, { recursive: true, force: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    functionsDir: string
  }
}
