import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

let made: Promise<string> | undefined

/** The protocol's answers as one script for the phone's window, made once. */
export function pageScript(): Promise<string> {
  made ??= make()
  return made
}

async function make(): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [join(here, 'page', 'answer.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome100',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
