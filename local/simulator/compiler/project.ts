import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readJson, type Json } from './json'
import { placeOfWord, type Problems } from './problems'
import type { Sources } from './sources'

/** A page or component: its virtual path without ending, and its JSON with component paths resolved. */
export interface Unit {
  path: string
  kind: 'page' | 'component'
  json: Json
  /** tag → virtual path of the component */
  using: Record<string, string>
  /** generic name → its default component, or null */
  generics: Record<string, string | null>
}

export interface ProjectShape {
  appJson: Json
  appId: string
  /** Paths of pages in order; the first is opened first. */
  pages: string[]
  subpackages: { root: string; independent: boolean }[]
  units: Map<string, Unit>
}

/** The folder that holds app.json: the project's own, or its `miniprogramRoot`. */
export function miniProgramRoot(projectDir: string): { root: string; appId: string } {
  const settingsFile = [projectDir, join(projectDir, '..')]
    .map((folder) => join(folder, 'project.config.json'))
    .find((file) => existsSync(file))
  const settings = settingsFile
    ? (JSON.parse(readFileSync(settingsFile, 'utf8')) as { miniprogramRoot?: string; appid?: string })
    : {}
  const appId = settings.appid ?? 'touristappid'
  if (existsSync(join(projectDir, 'app.json'))) return { root: resolve(projectDir), appId }
  return { root: resolve(projectDir, settings.miniprogramRoot ?? '.'), appId }
}

const scriptEndings = ['.ts', '.js']

/** Reads app.json and walks from its pages to every component in use. */
export function readProject(sources: Sources, problems: Problems, appId: string): ProjectShape {
  const appJson = readJson(sources, problems, 'app.json')
  const shape: ProjectShape = { appJson, appId, pages: [], subpackages: [], units: new Map() }
  if (!sources.has('app.json')) {
    problems.error('找不到 app.json', 'app.json')
    return shape
  }
  shape.pages.push(...pagePaths(appJson, shape))
  if (shape.pages.length === 0) problems.error('app.json 没有写 pages', 'app.json')
  const appText = sources.text('app.json') ?? ''
  for (const path of shape.pages) {
    if (!sources.has(`${path}.wxml`) || !scriptEndings.some((ending) => sources.has(path + ending))) {
      const missing = sources.has(`${path}.wxml`) ? `${path}.ts 或 ${path}.js` : `${path}.wxml`
      problems.error(`页面 ${path} 缺少文件 ${missing}`, 'app.json', placeOfWord(appText, lastPart(path)))
      continue
    }
    addUnit(sources, problems, shape, path, 'page')
  }
  for (const path of Object.values(usingOf(sources, problems, appJson, 'app.json'))) {
    addUnit(sources, problems, shape, path, 'component')
  }
  const tabs = (appJson.tabBar as { list?: { pagePath?: string }[]; custom?: boolean } | undefined) ?? {}
  for (const tab of tabs.list ?? []) {
    if (!shape.pages.includes(tab.pagePath ?? '')) {
      const word = tab.pagePath ?? '"list"'
      problems.error(`tabBar 的页面 ${word} 没有写在 pages 里`, 'app.json', placeOfWord(appText, word))
    }
  }
  if (tabs.custom) addUnit(sources, problems, shape, 'custom-tab-bar/index', 'component')
  return shape
}

function pagePaths(appJson: Json, shape: ProjectShape): string[] {
  const pages = [...((appJson.pages as string[] | undefined) ?? [])]
  const packages = (appJson.subPackages ?? appJson.subpackages ?? []) as {
    root: string
    pages: string[]
    independent?: boolean
  }[]
  for (const { root, pages: inside, independent } of packages) {
    const folder = root.replace(/^\/+|\/+$/g, '')
    shape.subpackages.push({ root: folder, independent: independent ?? false })
    pages.push(...inside.map((page) => `${folder}/${page}`))
  }
  const entry = appJson.entryPagePath as string | undefined
  return entry && pages.includes(entry) ? [entry, ...pages.filter((page) => page !== entry)] : pages
}

function addUnit(
  sources: Sources,
  problems: Problems,
  shape: ProjectShape,
  path: string,
  kind: Unit['kind'],
): void {
  if (shape.units.has(path)) return
  const json = readJson(sources, problems, `${path}.json`)
  const unit: Unit = { path, kind, json, using: {}, generics: {} }
  shape.units.set(path, unit)
  const globals = usingOf(sources, problems, shape.appJson, 'app.json')
  unit.using = { ...globals, ...usingOf(sources, problems, json, `${path}.json`) }
  for (const [name, generic] of Object.entries((json.componentGenerics ?? {}) as Json)) {
    const fallback = (generic as { default?: string } | true | null) ?? true
    const found =
      fallback === true || !fallback.default ? null : componentPath(sources, fallback.default, path)
    unit.generics[name] = found ?? null
    if (found) addUnit(sources, problems, shape, found, 'component')
  }
  for (const used of Object.values(unit.using)) addUnit(sources, problems, shape, used, 'component')
}

function usingOf(sources: Sources, problems: Problems, json: Json, file: string): Record<string, string> {
  const using: Record<string, string> = {}
  for (const [tag, specifier] of Object.entries((json.usingComponents ?? {}) as Record<string, string>)) {
    const found = componentPath(sources, specifier, file)
    if (found) using[tag] = found
    else {
      const at = placeOfWord(sources.text(file) ?? '', `"${tag}"`)
      problems.error(`找不到组件 <${tag}>：${specifier}`, file, at)
    }
  }
  return using
}

/** A component's path without ending, or undefined. A folder means its `index`. */
function componentPath(sources: Sources, specifier: string, from: string): string | undefined {
  const endings = ['.json', '.wxml', '/index.json', '/index.wxml']
  return sources.resolve(specifier, from, endings)?.replace(/\.(json|wxml)$/, '')
}

function lastPart(path: string): string {
  return path.split('/').slice(-2).join('/')
}
