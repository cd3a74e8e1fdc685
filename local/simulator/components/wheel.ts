/** CSS px of one line of a wheel in the bottom sheet of `<picker>`. */
export const LINE = 48

export interface Wheel {
  element: HTMLElement
  index(): number
  /** New lines; the index stays where it still can. */
  fill(lines: readonly string[], index: number): void
}

export const wheelStyle = `
.wx-wheel { position: relative; flex: 1; height: ${LINE * 5}px; overflow-y: auto; scroll-snap-type: y mandatory;
  scrollbar-width: none; outline: 0 }
.wx-wheel::-webkit-scrollbar { display: none }
.wx-wheel::before, .wx-wheel::after { content: ''; display: block; height: ${LINE * 2}px }
.wx-wheel > div { height: ${LINE}px; padding: 0 4px; overflow: hidden; color: rgba(0,0,0,.9); font-size: 17px;
  line-height: ${LINE}px; text-align: center; text-overflow: ellipsis; white-space: nowrap; scroll-snap-align: center;
  cursor: pointer }
.wx-wheel:focus-visible > div[aria-selected=true] { color: #07c160 }
.wx-wheels { position: relative; display: flex }
.wx-wheels::before { content: ''; position: absolute; top: ${LINE * 2}px; right: 16px; left: 16px; height: ${LINE}px;
  border-radius: 8px; background: rgba(0,0,0,.04); pointer-events: none }
.wx-wheels::after { content: ''; position: absolute; inset: 0; pointer-events: none; background: linear-gradient(
  rgba(255,255,255,.95), rgba(255,255,255,.5) 40%, transparent 40%, transparent 60%, rgba(255,255,255,.5) 60%,
  rgba(255,255,255,.95)) }`

/** One column to choose from: scrolled, clicked or moved with the arrow keys. */
export function createWheel(document: Document, label: string, changed: () => void): Wheel {
  const element = document.createElement('div')
  element.className = 'wx-wheel'
  element.tabIndex = 0
  element.setAttribute('role', 'listbox')
  element.setAttribute('aria-label', label)
  let chosen = 0
  const mark = (): void => {
    ;[...element.children].forEach((line, at) => line.setAttribute('aria-selected', String(at === chosen)))
  }
  const go = (index: number, behavior: ScrollBehavior): void => {
    const next = Math.max(0, Math.min(element.children.length - 1, index))
    element.scrollTo({ top: next * LINE, behavior })
    if (next === chosen) return
    chosen = next
    mark()
    changed()
  }
  let settling: ReturnType<typeof setTimeout> | undefined
  element.addEventListener('scroll', () => {
    clearTimeout(settling)
    settling = setTimeout(() => {
      const index = Math.round(element.scrollTop / LINE)
      if (index === chosen || index >= element.children.length) return
      chosen = index
      mark()
      changed()
    }, 80)
  })
  element.addEventListener('click', (event) => {
    const line = (event.target as HTMLElement).closest('[role=option]')
    if (line) go([...element.children].indexOf(line), 'smooth')
  })
  element.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key]
    if (!step) return
    event.preventDefault()
    go(chosen + step, 'instant')
  })
  return {
    element,
    index: () => chosen,
    fill(lines, index) {
      element.replaceChildren(
        ...lines.map((words) => {
          const line = document.createElement('div')
          line.setAttribute('role', 'option')
          line.textContent = words
          return line
        }),
      )
      chosen = Math.max(0, Math.min(lines.length - 1, index))
      mark()
      element.scrollTop = chosen * LINE
      // Not laid out before the sheet is shown.
      requestAnimationFrame(() => (element.scrollTop = chosen * LINE))
    },
  }
}
