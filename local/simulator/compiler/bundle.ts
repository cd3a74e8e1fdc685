import { SourceMap, type SourceMapPayload } from 'node:module'
import type { Problem } from '../runtime/host'
import type { ProjectShape } from './project'
import type { Module } from './scripts'
import { templateRuntime, type CompiledTemplates } from './templates'

/** A compiled mini-program: one script for the phone, its source map, and what is wrong. */
export interface Bundle {
  code: string
  /** Index source map of `code`, as JSON; made when asked for. */
  map(): string
  problems: readonly Problem[]
  /** Where in the source a position of `code` comes from; all from 1. */
  original(line: number, column: number): { file: string; line: number; column: number } | null
}

interface Parts {
  shape: ProjectShape
  modules: ReadonlyMap<string, Module>
  templates: CompiledTemplates
  styles: ReadonlyMap<string, string>
  problems: readonly Problem[]
}

/** Names that a page script must not see: in WeChat it runs where there is no DOM. */
const hidden =
  'window,document,frames,self,location,navigator,localStorage,sessionStorage,history,caches,screen,alert,confirm,' +
  'prompt,fetch,XMLHttpRequest,WebSocket,Image,indexedDB,parent,top,globalThis'

/** What it sees instead, from the phone. */
const given =
  'require,module,exports,wx,App,Page,Component,Behavior,getApp,getCurrentPages,console,Date,requirePlugin,requireMiniProgram'

/**
 * One script that hands everything to the phone: `phoneBundle({ … })`. Modules stand one after the other, each line as
 * esbuild made it, so that an index map (sections) leads back to the source.
 */
export function assemble(parts: Parts): Bundle {
  const lines: string[] = []
  const sections: { offset: { line: number; column: number }; map: unknown }[] = []
  let line = 0
  const add = (text: string) => {
    lines.push(text)
    line += text.split('\n').length
  }
  add('phoneBundle({modules:{')
  for (const module of parts.modules.values()) {
    add(
      `${JSON.stringify(module.path)}:{requires:${JSON.stringify(module.requires)},run:function(${given},${hidden}){`,
    )
    sections.push({ offset: { line, column: 0 }, map: module.map })
    add(module.code)
    add('}},')
  }
  add('},')
  add(`templates:${templatesCode(parts.templates)},`)
  add(`rest:${JSON.stringify(restOf(parts))}})`)
  const code = lines.join('\n')
  const payload = { version: 3, sections }
  let lookup: SourceMap | undefined
  return {
    code,
    map: () => JSON.stringify(payload),
    problems: parts.problems,
    original(atLine, atColumn) {
      lookup ??= new SourceMap(payload as unknown as SourceMapPayload)
      const found = lookup.findEntry(atLine - 1, atColumn - 1)
      if (!('originalSource' in found) || !found.originalSource) return null
      return { file: found.originalSource, line: found.originalLine + 1, column: found.originalColumn + 1 }
    },
  }
}

function templatesCode({ templates, scripts }: CompiledTemplates): string {
  const wxs = [...scripts].map(
    ([path, code]) =>
      `R[${JSON.stringify(path)}]=D(${JSON.stringify(path)},(require,exports,module)=>{${code}\n});`,
  )
  const groups = [...templates].map(([path, { code }]) => `G[${JSON.stringify(path)}]=${code};`)
  return `function(wxsEventListener,wxsChangeFilter,wxsConstructorOf,getRegExp,getDate,${hidden}){var G={};var R={};${templateRuntime}
Q.A=wxsChangeFilter;Q.C=wxsEventListener;
${wxs.join('\n')}
${groups.join('\n')}
return G}`
}

/** Everything that is plain values. Styles still hold `rpx` and scope marks. */
function restOf({ shape, styles, problems }: Parts) {
  return {
    appId: shape.appId,
    appJson: shape.appJson,
    pages: shape.pages,
    subpackages: shape.subpackages,
    units: [...shape.units.values()],
    styles: Object.fromEntries([...styles].filter(([, css]) => css !== '')),
    problems,
  }
}

export type BundleRest = ReturnType<typeof restOf>
