import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss'
import { placeOfWord, type Problems } from './problems'
import { rewriteSelector } from './selectors'
import type { Sources } from './sources'

/**
 * WXSS → CSS that still holds two marks for the phone to fill in, since only there the answer is known: `rpx` (device
 * width) and U+E000 before each class and host (the style scope, which a component may also choose in its script).
 */
export class Styles {
  private readonly parsed = new Map<string, { text: string; root: Root | null }>()

  constructor(
    private readonly sources: Sources,
    private readonly problems: () => Problems,
  ) {}

  /** @param path virtual, without ending. @returns '' where there is no style. */
  compile(path: string): string {
    const file = `${path}.wxss`
    if (!this.sources.has(file)) return ''
    const root = this.inline(file, [])
    return root ? root.toString() : ''
  }

  private inline(file: string, chain: readonly string[]): Root | null {
    const parsed = this.parse(file)
    if (!parsed) return null
    this.checkUrls(parsed, file)
    const root = parsed.clone()
    root.walkAtRules('import', (rule) => {
      const target = this.importTarget(rule, file)
      if (target === undefined || chain.includes(target)) {
        rule.remove()
        return
      }
      const inner = this.inline(target, [...chain, file])
      if (inner) rule.replaceWith(inner.nodes)
      else rule.remove()
    })
    return root
  }

  /** A file of the package can't be shown by a style: WeChat loads none. */
  private checkUrls(root: Root, file: string): void {
    root.walkDecls((declaration) => {
      const url = /url\(\s*["']?([^"')\s]+)/.exec(declaration.value)?.[1]
      if (url === undefined || /^(data:|https?:|\/\/|#)/.test(url)) return
      const { line = 1, column = 1 } = declaration.source?.start ?? {}
      this.problems().warn(`WXSS 里不能用本地文件 ${url}，请改用 <image> 或网络地址`, file, { line, column })
    })
  }

  private importTarget(rule: AtRule, file: string): string | undefined {
    const specifier = /^(?:url\(\s*)?["']?([^"')]+)["']?/.exec(rule.params)?.[1]?.trim() ?? ''
    const relative = /^[./]/.test(specifier) ? specifier : `./${specifier}`
    const target =
      this.sources.resolve(relative, file, ['', '.wxss']) ??
      this.sources.resolve(specifier, file, ['', '.wxss'])
    if (target === undefined) {
      const at = placeOfWord(this.sources.text(file) ?? '', specifier)
      this.problems().error(`找不到样式 ${specifier}`, file, at)
    }
    return target
  }

  private parse(file: string): Root | null {
    const text = this.sources.text(file)
    if (text === undefined) return null
    const known = this.parsed.get(file)
    if (known?.text === text && known.root) return known.root
    let root: Root | null = null
    try {
      root = postcss.parse(text, { from: this.sources.display(file) })
      rewrite(root)
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error
      const at = { line: error.line ?? 1, column: error.column ?? 1 }
      this.problems().error(`WXSS：${error.reason}`, file, at)
    }
    this.parsed.set(file, { text, root })
    return root
  }
}

function rewrite(root: Root): void {
  root.walkRules((rule) => {
    const inKeyframes = rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)
    if (!inKeyframes) rule.selector = rewriteSelector(rule.selector)
  })
  root.walkAtRules('font-face', (face) => {
    if (face.toString().includes('vant-icon')) {
      face.walkDecls('src', (source) => {
        source.value = `url(${vantIconFont()}) format("woff2")`
      })
    }
  })
}

let font: string | undefined

/** Vant's icon font stands on a CDN, which a phone without internet can't reach; @vant/icons carries the same file. */
function vantIconFont(): string {
  if (font === undefined) {
    const file = createRequire(import.meta.url).resolve('@vant/icons/src/encode-woff2.less')
    font = /data:[^'")]+/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
  }
  return font
}
