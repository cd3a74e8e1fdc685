import type { Problem } from './host'

/** Where a line of a stack leads in the source. */
export interface Origin {
  file: string
  line: number
  column: number
}

export interface Shown {
  title: string
  message: string
  lines: readonly string[]
}

const css = `
.phone-overlay { position: absolute; inset: 0; overflow: auto; background: #1b1f26f2; color: #fff; font: 13px/1.6 ui-monospace, Menlo, Consolas, var(--phone-font); padding: 16px; box-sizing: border-box; -webkit-user-select: text; user-select: text }
.phone-overlay h2 { margin: 0 40px 8px 0; font-size: 15px; color: #ff8f8f }
.phone-overlay pre { margin: 0 0 12px; white-space: pre-wrap; word-break: break-word; font: inherit }
.phone-overlay .line { color: #9fb4d0 }
.phone-overlay button { position: absolute; right: 12px; top: 12px; width: 32px; height: 32px; border: 0; border-radius: 16px; background: #fff2; color: #fff; font-size: 16px; cursor: pointer }
`

/** What went wrong, over the phone, with file and line. Several are shown one under the other. */
export class Overlay {
  private element: HTMLElement | null = null
  private readonly shown = new Set<string>()

  constructor(private readonly layer: HTMLElement) {}

  show({ title, message, lines }: Shown): void {
    const { ownerDocument: document } = this.layer
    const key = [title, message, ...lines].join('\n')
    if (this.shown.has(key)) return
    this.shown.add(key)
    const box = this.element ?? this.open(document)
    const heading = document.createElement('h2')
    heading.textContent = title
    const text = document.createElement('pre')
    text.textContent = message
    const places = document.createElement('pre')
    places.className = 'line'
    places.textContent = lines.join('\n')
    box.append(heading, text, places)
  }

  showProblems(problems: readonly Problem[]): void {
    for (const { message, file, line, column } of problems) {
      const place = [file, line, column].filter((part) => part !== undefined).join(':')
      this.show({ title: '小程序源码有错误', message, lines: [place] })
    }
  }

  clear(): void {
    this.element?.remove()
    this.element = null
    this.shown.clear()
  }

  private open(document: Document): HTMLElement {
    const style = document.createElement('style')
    style.textContent = css
    const box = document.createElement('div')
    box.className = 'phone-overlay'
    const close = document.createElement('button')
    close.textContent = '×'
    close.setAttribute('aria-label', '关闭')
    close.onclick = () => this.clear()
    box.append(style, close)
    this.layer.append(box)
    this.element = box
    return box
  }
}

/** Positions in the compiled script that a stack names. */
export function positionsIn(stack: string, script: string): { line: number; column: number }[] {
  const pattern = new RegExp(`${script.replace(/[.]/g, '\\.')}[^:\\s)]*:(\\d+):(\\d+)`, 'g')
  return [...stack.matchAll(pattern)].map((match) => ({ line: Number(match[1]), column: Number(match[2]) }))
}
