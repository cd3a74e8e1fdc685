import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The studio's page: made when first asked for, a few hundred milliseconds. */
export interface PageFiles {
  html: string
  script: string
  style: string
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'page')

export async function makePage(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'silent',
  })
  return {
    html: readFileSync(join(folder, 'studio.html'), 'utf8'),
    script: outputFiles[0]?.text ?? '',
    style: readFileSync(join(folder, 'studio.css'), 'utf8'),
  }
}
