import { NativeNode, type domlikeBackend, type Element as TreeElement } from 'glass-easel'
import { fillLengths, fillStyle, type StyleSetting } from './styles'

/** glass-easel's `BackendMode.Domlike`, which is a constant of its types only. */
const DOMLIKE = 3

/** Tag of nodes that are made to learn their classes, and never shown. */
export const SCOPE_PROBE = 'scope-probe'

export interface PageStyles {
  /** Compiled style of a component or of `app`, and the name of its scope. */
  of(path: string): { css: string; scope: string } | undefined
}

/**
 * What glass-easel draws with: the document of one page's iframe. Events are not taken from here but from gestures.ts,
 * because a page must hear WeChat's events and no others.
 */
export class PageBackend implements domlikeBackend.Context {
  readonly mode = DOMLIKE as domlikeBackend.Context['mode']
  readonly document: domlikeBackend.Context['document']
  private readonly appended = new Set<string>()

  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly styles: PageStyles,
    private readonly setting: StyleSetting,
    private readonly unknownTag: (tag: string) => void,
  ) {
    const { document } = window
    this.followInlineLengths()
    this.document = {
      createElement: (tag) =>
        document.createElement(tag === 'body' ? tag : `wx-${tag}`) as unknown as domlikeBackend.Element,
      createTextNode: (text) => document.createTextNode(text) as unknown as domlikeBackend.Element,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as domlikeBackend.Element,
    }
  }

  destroy(): void {
    this.appended.clear()
  }

  getWindowWidth(): number {
    return this.window.document.documentElement.clientWidth
  }

  getWindowHeight(): number {
    return this.window.document.documentElement.clientHeight
  }

  getDevicePixelRatio(): number {
    return this.window.devicePixelRatio
  }

  getTheme(): string {
    return 'light'
  }

  registerStyleSheetContent(): void {
    return
  }

  appendStyleSheetPath(path: string): number {
    const style = this.styles.of(path)
    if (style && !this.appended.has(path)) {
      this.appended.add(path)
      this.appendCss(fillStyle(style.css, style.scope, this.setting), path)
    }
    return this.appended.size
  }

  appendCss(css: string, name: string): void {
    const element = this.window.document.createElement('style')
    element.dataset.of = name
    element.textContent = css
    this.window.document.head.append(element)
  }

  disableStyleSheet(): void {
    return
  }

  /** Drawing is synchronous; WeChat answers after a round through the view layer. */
  render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null), 0)
  }

  getRootNode(): domlikeBackend.Element {
    return this.window.document.body as unknown as domlikeBackend.Element
  }

  associateValue(element: domlikeBackend.Element, value: TreeElement): void {
    element.__wxElement = value
    if (NativeNode.isNativeNode(value) && value.is !== SCOPE_PROBE) this.unknownTag(value.is)
  }

  onEvent(): void {
    return
  }

  setListenerStats(): void {
    return
  }

  setModelBindingStat(): void {
    return
  }

  /** glass-easel writes `style="width: 100rpx"` by setAttribute. */
  private followInlineLengths(): void {
    const { setting } = this
    const { prototype } = this.window.HTMLElement
    const write = this.window.Element.prototype.setAttribute
    prototype.setAttribute = function (this: Element, name: string, value: string) {
      write.call(this, name, name === 'style' ? fillLengths(String(value), setting) : value)
    }
  }
}
