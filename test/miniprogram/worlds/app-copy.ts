import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

/** A copy of miniprogram/ that a world may add to. */
export interface AppCopy {
  /** Holds app.json. */
  root: string
  /** Paths below the root, sorted. */
  files(): string[]
  read(path: string): string
  write(path: string, text: string): void
  remove(): void
}

export function copyApp(): AppCopy {
  const folder = mkdtempSync(join(tmpdir(), 'worlds-'))
  const root = join(folder, 'miniprogram')
  cpSync('miniprogram', root, { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return {
    root,
    files: () => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort(),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write(path, text) {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** `components/skeleton/skeleton`, …: those of the main package; a subpackage's can't stand on a page outside it. */
export function componentsOf({ files }: AppCopy): string[] {
  return files()
    .filter((path) => /^components\/[\w-]+\/[\w-]+\.json$/.test(path))
    .map((path) => path.replace(/\.json$/, ''))
}

/** Names of a component's properties and events, as its source writes them. */
export function interfaceOf(app: AppCopy, component: string): { properties: string[]; events: string[] } {
  const source = app.read(`${component}.ts`)
  const block = /\n {2}properties: \{\n([\s\S]*?)\n {2}\},/.exec(source)?.[1] ?? ''
  const events = [...source.matchAll(/triggerEvent\('(\w+)'/g)].map((found) => found[1] ?? '')
  return {
    properties: [...block.matchAll(/^ {4}(\w+):/gm)].map((found) => found[1] ?? ''),
    events: [...new Set(events)],
  }
}

export const stagePage = (component: string) => `stage/${basename(component)}/${basename(component)}`
