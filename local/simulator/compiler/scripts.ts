import { transform } from 'esbuild'
import { placeOfWord, type Problems } from './problems'
import type { Sources } from './sources'

/** One file of the app as a CommonJS module, with its source map. */
export interface Module {
  path: string
  code: string
  map: unknown
  /** specifier as written → virtual path, both with ending */
  requires: Record<string, string>
}

const scriptEndings = ['', '.ts', '.js', '/index.ts', '/index.js']

/** Compiles scripts one by one, so that a change costs one file. Keeps what did not change. */
export class Scripts {
  private readonly compiled = new Map<
    string,
    { text: string; code: string; map: unknown; specifiers: string[] }
  >()

  constructor(
    private readonly sources: Sources,
    private readonly problems: () => Problems,
  ) {}

  /** Everything reachable from the entries (virtual paths without ending). */
  async collect(entries: readonly string[]): Promise<Map<string, Module>> {
    const modules = new Map<string, Module>()
    const seen = new Set<string>()
    const visit = async (path: string): Promise<void> => {
      if (seen.has(path)) return
      seen.add(path)
      const module = await this.module(path)
      if (!module) return
      modules.set(path, module)
      await Promise.all(Object.values(module.requires).map(visit))
    }
    const found = entries.flatMap((entry) => this.sources.resolve(`/${entry}`, '', ['.ts', '.js']) ?? [])
    await Promise.all(found.map(visit))
    return new Map([...modules].sort(([one], [other]) => (one < other ? -1 : 1)))
  }

  private async module(path: string): Promise<Module | undefined> {
    const text = this.sources.text(path)
    if (text === undefined) return undefined
    const made = await this.compile(path, text)
    if (!made) return undefined
    const requires: Record<string, string> = {}
    for (const specifier of made.specifiers) {
      const target = this.sources.resolve(specifier, path, scriptEndings)
      if (target) requires[specifier] = target
      else this.problems().error(`找不到模块 '${specifier}'`, path, placeOfWord(text, `${specifier}`))
    }
    return { path, code: made.code, map: made.map, requires }
  }

  private async compile(path: string, text: string) {
    const known = this.compiled.get(path)
    if (known?.text === text) return known
    try {
      const result = await transform(text, {
        loader: path.endsWith('.ts') ? 'ts' : 'js',
        format: 'cjs',
        target: 'es2020',
        sourcemap: true,
        sourcefile: this.sources.display(path),
        sourcesContent: true,
        charset: 'utf8',
        logLevel: 'silent',
      })
      const code = result.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
      const made = { text, code, map: JSON.parse(result.map) as unknown, specifiers: specifiersOf(code) }
      this.compiled.set(path, made)
      return made
    } catch (error) {
      for (const found of (error as { errors?: EsbuildMessage[] }).errors ?? []) {
        const at = found.location && { line: found.location.line, column: found.location.column + 1 }
        this.problems().error(found.text, path, at ?? undefined)
      }
      return undefined
    }
  }
}

interface EsbuildMessage {
  text: string
  location: { line: number; column: number } | null
}

function specifiersOf(code: string): string[] {
  const found = code.matchAll(/\brequire(?:\.async)?\(\s*(["'])([^"'\n]+)\1\s*\)/g)
  return [...new Set([...found].map((match) => match[2] ?? ''))]
}
