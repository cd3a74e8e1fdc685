import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { copyAssets } from './assets'

export interface FunctionsBuild {
  /** cloudfunctions/, the source. */
  source: string
  /** dist/cloudfunctions/, what is uploaded. */
  out: string
}

/** Copied beside the bundle when present. */
const companions = ['config.json', 'package.json'] as const

/** The functions of a source folder: subfolders with an index.ts (domain/ and platform/ have none). */
function functionSources(source: string): string[] {
  if (!existsSync(source)) return []
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(source, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort()
}

/**
 * Bundles each function to one CommonJS file for Node 20, dependencies included: only a function's own folder is
 * uploaded. wx-server-sdk stays one lazily evaluated module, because a `require` inside a call is kept where it is.
 */
export async function buildFunctions(build: FunctionsBuild): Promise<string[]> {
  const names = functionSources(build.source)
  forget(build, names)
  await esbuild.build(options(build, names))
  copyCompanions(build, names)
  return names
}

/** Builds now and on every save. @param onBuilt told the names after each build. */
export async function watchFunctions(
  build: FunctionsBuild,
  onBuilt: (names: string[]) => void,
): Promise<{ stop(): Promise<void> }> {
  const names = functionSources(build.source)
  forget(build, names)
  const context = await esbuild.context({
    ...options(build, names),
    logLevel: 'warning',
    plugins: [
      {
        name: 'companions',
        setup(plugin) {
          plugin.onEnd((result) => {
            if (result.errors.length > 0) return
            copyCompanions(build, names)
            onBuilt(names)
          })
        },
      },
    ],
  })
  await context.watch()
  return { stop: () => context.dispose() }
}

function options({ source, out }: FunctionsBuild, names: readonly string[]): esbuild.BuildOptions {
  return {
    entryPoints: names.map((name) => ({ in: join(source, name, 'index.ts'), out: join(name, 'index') })),
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Packages that ask where they are (pdfkit) hear where the bundle is.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'error',
  }
}

function copyCompanions({ source, out }: FunctionsBuild, names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(out, name), { recursive: true })
    writeFileSync(join(out, name, 'package.json'), manifest(name))
    for (const file of companions) {
      const from = join(source, name, file)
      if (existsSync(from)) cpSync(from, join(out, name, file))
    }
    copyAssets(join(source, name), join(out, name))
  }
}

/** A function that is gone from the source must not be uploaded again. */
function forget({ out }: FunctionsBuild, names: readonly string[]): void {
  if (!existsSync(out)) return
  for (const entry of readdirSync(out)) {
    if (!names.includes(entry)) rmSync(join(out, entry), { recursive: true })
  }
}

/** The bundle is CommonJS whatever stands above it, and the platform wants a manifest; a source's own one replaces it. */
const manifest = (name: string) => JSON.stringify({ name, version: '1.0.0', main: 'index.js' })
