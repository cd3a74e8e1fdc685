import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { buildSync } from 'esbuild'

/**
 * The files of a mini-program by their virtual path (`pages/home/index.wxml`, no leading slash), npm packages laid out
 * as WeChat's npm build does: `miniprogram_npm/<package>/…` is the package's `miniprogram` folder, or, for a package
 * without one, its entry bundled into `index.js`.
 */
export class Sources {
  private readonly packages = new Map<string, { folder: string } | { code: string } | null>()
  /** Real paths read since the last `begin`, to be watched. */
  readonly read = new Set<string>()

  constructor(readonly root: string) {}

  begin(): void {
    this.read.clear()
  }

  has(path: string): boolean {
    const found = this.locate(path)
    return found !== null && ('code' in found || isFile(found.file))
  }

  /** @returns undefined where there is no such file. */
  text(path: string): string | undefined {
    const found = this.locate(path)
    if (found === null) return undefined
    if ('code' in found) return found.code
    if (!isFile(found.file)) return undefined
    this.read.add(found.file)
    return readFileSync(found.file, 'utf8')
  }

  bytes(path: string): Buffer | undefined {
    const found = this.locate(path)
    return found !== null && 'file' in found && isFile(found.file) ? readFileSync(found.file) : undefined
  }

  /** What a developer would call the file: relative to the working folder. */
  display(path: string): string {
    const found = this.locate(path)
    return found !== null && 'file' in found ? relative(process.cwd(), found.file).split(sep).join('/') : path
  }

  /**
   * Finds what `specifier` means in the file `from`: relative first, then npm packages from the nearest folder up.
   * @param endings tried in turn, as `['', '.ts', '.js', '/index.ts']`
   */
  resolve(specifier: string, from: string, endings: readonly string[]): string | undefined {
    const candidates: string[] = []
    if (specifier.startsWith('/')) candidates.push(clean(specifier))
    else {
      candidates.push(clean(posix.join(posix.dirname(from), specifier)))
      if (!specifier.startsWith('.')) {
        for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
          candidates.push(clean(posix.join(folder, 'miniprogram_npm', specifier)))
          if (folder === '.' || folder === '/') break
        }
      }
    }
    for (const candidate of candidates) {
      if (candidate.startsWith('..')) continue
      for (const ending of endings) if (this.has(candidate + ending)) return candidate + ending
    }
    return undefined
  }

  private locate(path: string): { file: string } | { code: string } | null {
    const file = join(this.root, path)
    // A subpackage may have packages of its own, but only really built ones.
    const inPackage = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(path)
    if (!inPackage || existsSync(file)) return { file }
    const found = this.packageOf(inPackage[1] ?? '')
    if (found === null) return null
    if ('folder' in found) return { file: join(found.folder, inPackage[2] ?? '') }
    return inPackage[2] === 'index.js' ? found : null
  }

  private packageOf(name: string): { folder: string } | { code: string } | null {
    const known = this.packages.get(name)
    if (known !== undefined) return known
    const found = findPackage(this.root, name)
    this.packages.set(name, found)
    return found
  }
}

function findPackage(root: string, name: string): { folder: string } | { code: string } | null {
  for (let folder = root; ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name)
    if (existsSync(join(home, 'package.json'))) {
      const described = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
        miniprogram?: string
      }
      const dist = join(home, described.miniprogram ?? 'miniprogram_dist')
      if (existsSync(dist)) return { folder: dist }
      return { code: bundlePackage(home, name) }
    }
    if (dirname(folder) === folder) return null
  }
}

function bundlePackage(home: string, name: string): string {
  const built = buildSync({
    stdin: {
      contents: `module.exports = require(${JSON.stringify(name)})`,
      resolveDir: dirname(home),
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    target: 'es2020',
    mainFields: ['main', 'module'],
    logLevel: 'silent',
  })
  return built.outputFiles[0]?.text ?? ''
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function clean(path: string): string {
  return posix.normalize(path).replace(/^\/+/, '')
}
