import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as esbuild from 'esbuild'

/** Bundles the smoke's one function as `smoke`. @returns the folder that holds it. */
export async function smokeFunctions(out = mkdtempSync(join(tmpdir(), 'smoke-'))): Promise<string> {
  await esbuild.build({
    entryPoints: [{ in: 'test/smoke/function/index.ts', out: 'smoke/index' }],
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  })
  return out
}
