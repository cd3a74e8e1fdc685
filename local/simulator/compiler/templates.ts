import { createRequire } from 'node:module'
import type { TmplGroup as Group } from 'glass-easel-template-compiler'
import { placeOf, placeOfWord, type Problems } from './problems'
import type { Sources } from './sources'
import { tagsOf } from './tags'
import { transformWxs, wxsRequires } from './wxs'

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as {
  TmplGroup: typeof Group
}

/** What glass-easel's generated code needs around it, the same for every project. */
export const templateRuntime = (() => {
  const group = new TmplGroup()
  group.addScript('any', '') // without one, the loader of WXS modules is left out
  const text = group.getRuntimeString()
  group.free()
  return text
})()

interface Template {
  text: string
  /** An expression: the template's generator. Free names: G R D and the runtime's. */
  code: string
  /** Virtual paths without ending. */
  templates: string[]
  scripts: string[]
  tags: { tag: string; offset: number }[]
  faults: Fault[]
}

interface Fault {
  message: string
  level: string
  startLine: number
  startColumn: number
}

export interface CompiledTemplates {
  templates: Map<string, Template>
  scripts: Map<string, string>
}

/** Compiles WXML and WXS file by file; what did not change is kept. */
export class Templates {
  private readonly compiled = new Map<string, Template>()
  private readonly wxs = new Map<string, { text: string; code: string }>()

  constructor(
    private readonly sources: Sources,
    private readonly problems: () => Problems,
  ) {}

  collect(paths: readonly string[]): CompiledTemplates {
    const result: CompiledTemplates = { templates: new Map(), scripts: new Map() }
    const queue = [...paths]
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (result.templates.has(path)) continue
      const text = this.sources.text(`${path}.wxml`)
      if (text === undefined) continue
      const template = this.template(path, text)
      result.templates.set(path, template)
      this.report(path, template)
      for (const used of template.templates) {
        if (this.sources.has(`${used}.wxml`)) queue.push(used)
        else this.missing(`${path}.wxml`, text, `${used}.wxml`)
      }
      for (const script of template.scripts) this.script(script, `${path}.wxml`, text, result.scripts)
    }
    return result
  }

  private template(path: string, text: string): Template {
    const known = this.compiled.get(path)
    if (known?.text === text) return known
    const group = new TmplGroup()
    try {
      const faults = (group.addTmpl(path, text) as Fault[]).map((fault) => ({ ...fault }))
      for (const name of group.getInlineScriptModuleNames(path) as string[]) {
        group.setInlineScript(path, name, transformWxs(group.getInlineScript(path, name)))
      }
      const template: Template = {
        text,
        code: group.getTmplGenObject(path),
        templates: group.getDirectDependencies(path) as string[],
        scripts: group.getScriptDependencies(path) as string[],
        tags: tagsOf(text),
        faults,
      }
      this.compiled.set(path, template)
      return template
    } finally {
      group.free()
    }
  }

  private async script(
    path: string,
    from: string,
    fromText: string,
    done: Map<string, string>,
  ): Promise<void> {
    if (done.has(path)) return
    const text = this.sources.text(`${path}.wxs`)
    if (text === undefined) return this.missing(from, fromText, `${path}.wxs`)
    const known = this.wxs.get(path)
    const code = known?.text === text ? known.code : transformWxs(text)
    this.wxs.set(path, { text, code })
    done.set(path, code)
    for (const specifier of wxsRequires(text)) {
      const target = this.sources.resolve(specifier, `${path}.wxs`, ['', '.wxs'])
      if (target) this.script(target.replace(/\.wxs$/, ''), `${path}.wxs`, text, done)
      else
        this.problems().error(`找不到 WXS 模块 '${specifier}'`, `${path}.wxs`, placeOfWord(text, specifier))
    }
  }

  private missing(from: string, text: string, path: string): void {
    const name =
      path
        .split('/')
        .pop()
        ?.replace(/\.\w+$/, '') ?? path
    const at = /<(?:import|include|wxs)\b[^>]*\bsrc\s*=\s*["'][^"']*/g
    const tag = [...text.matchAll(at)].find((match) => match[0].includes(name))
    this.problems().error(`找不到文件 ${path}`, from, placeOf(text, tag?.index ?? 0))
  }

  /** An unclosed tag is only a warning of the compiler, but no page comes out as meant. */
  private report(path: string, template: Template): void {
    const fatal = /end tag|unexpected|invalid|duplicated|illegal|incomplete|unknown/i
    for (const fault of template.faults) {
      const at = { line: fault.startLine + 1, column: fault.startColumn + 1 }
      const inPackage = path.startsWith('miniprogram_npm/')
      const grave = fault.level === 'Fatal' || fault.level === 'Error' || fatal.test(fault.message)
      if (grave && !inPackage) this.problems().error(`WXML：${fault.message}`, `${path}.wxml`, at)
      else if (!inPackage || grave) this.problems().warn(`WXML：${fault.message}`, `${path}.wxml`, at)
    }
  }
}
