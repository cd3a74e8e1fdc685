import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { wxNames } from './api-names'

export interface RuntimeBundle {
  code: string
  map: string
}

/** Bundles the phone itself for the browser. Takes some 200 ms; callers keep it. */
export async function bundleRuntime({ minify = false } = {}): Promise<RuntimeBundle> {
  const here = dirname(fileURLToPath(import.meta.url))
  const require = createRequire(import.meta.url)
  const esModule = (name: string, file: string) => join(dirname(require.resolve(name)), file)
  const built = await build({
    entryPoints: [join(here, 'runtime', 'boot.ts')],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify,
    sourcemap: 'linked',
    alias: {
      'glass-easel': esModule('glass-easel', 'glass_easel.all.es.js'),
      'glass-easel-miniprogram-adapter': esModule(
        'glass-easel-miniprogram-adapter',
        'glass_easel_miniprogram_adapter.es.js',
      ),
    },
    define: {
      'process.env.NODE_ENV': '"production"',
      WX_NAMES: JSON.stringify(wxNames()),
    },
    charset: 'utf8',
    logLevel: 'silent',
  })
  const file = (ending: string) =>
    built.outputFiles.find((output) => output.path.endsWith(ending))?.text ?? ''
  return { code: file('.js'), map: file('.js.map') }
}
