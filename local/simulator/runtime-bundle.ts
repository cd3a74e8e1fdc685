import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { wxNames } from './api-names'

export interface RuntimeBundle {
  code: string
  map: string
}

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`))

/** Takes glass-easel from its source, so that one of its files can be replaced by ours (copying.ts says why). */
const glassEasel: Plugin = {
  name: 'glass-easel',
  setup({ onLoad, onResolve }) {
    const source = join(packageFolder('glass-easel'), 'src')
    onResolve({ filter: /^glass-easel$/ }, ({ path }) => ({ path, namespace: 'glass-easel' }))
    // Its files import each other in circles, of which this beginning is the one that works out.
    const contents = `import './shadow_root'; export * from './index'`
    onLoad({ filter: /.*/, namespace: 'glass-easel' }, () => ({ contents, resolveDir: source }))
    onResolve({ filter: /\/data_utils$/ }, ({ importer }) =>
      importer.startsWith(source) ? { path: join(here, 'runtime', 'copying.ts') } : undefined,
    )
  },
}

/** Bundles the phone itself for the browser. Takes some 300 ms; callers keep it. */
export async function bundleRuntime({ minify = false } = {}): Promise<RuntimeBundle> {
  const adapter = join(packageFolder('glass-easel-miniprogram-adapter'), 'dist')
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
    plugins: [glassEasel],
    alias: {
      'glass-easel-miniprogram-adapter': join(adapter, 'glass_easel_miniprogram_adapter.es.js'),
    },
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, target: 'es2022' } },
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
