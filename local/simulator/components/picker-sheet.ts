import type { Phone } from '../runtime/phone'
import { createWheel, wheelStyle } from './wheel'

export interface SheetOptions {
  title: string
  lines: readonly (readonly string[])[]
  chosen: readonly number[]
  columnChanged(column: number, index: number): void
  confirm(): void
  cancel(): void
}

export interface Sheet {
  /** @param except a column that the person is just turning */
  fill(lines: readonly (readonly string[])[], chosen: readonly number[], except?: number): void
  close(): void
}

const style = `
.wx-sheet { position: absolute; inset: 0; z-index: 1; display: flex; flex-direction: column; justify-content: flex-end;
  background: rgba(0,0,0,.5); animation: wx-sheet-fade .2s }
.wx-sheet-body { outline: 0; border-radius: 12px 12px 0 0; background: #fff; animation: wx-sheet-rise .2s; padding-bottom: 12px }
.wx-sheet-title { padding: 20px 24px 0; color: #000; font-size: 15px; font-weight: 600; text-align: center }
.wx-sheet-buttons { display: flex; gap: 16px; justify-content: center; padding: 16px 24px 24px }
.wx-sheet-buttons > button { flex: 0 1 140px; height: 40px; border: 0; border-radius: 4px; background: #f2f2f2; color: #06ae56;
  font: inherit; font-size: 17px; cursor: pointer }
.wx-sheet-buttons > button:last-child { background: #07c160; color: #fff }
@keyframes wx-sheet-fade { from { background: transparent } }
@keyframes wx-sheet-rise { from { transform: translateY(100%) } }
${wheelStyle}`

/** The bottom sheet that WeChat draws for `<picker>`: wheels, 取消, 确定. */
export function openSheet(phone: Phone, options: SheetOptions): Sheet {
  const { document } = phone.screen
  phone.screen.style('picker-sheet', style)
  const make = (name: string, inside: HTMLElement) => {
    const piece = document.createElement('div')
    piece.className = `wx-sheet-${name}`
    inside.append(piece)
    return piece
  }
  const sheet = document.createElement('div')
  sheet.className = 'wx-sheet'
  const body = make('body', sheet)
  body.setAttribute('role', 'dialog')
  body.setAttribute('aria-modal', 'true')
  body.setAttribute('aria-label', options.title || '请选择')
  if (options.title) make('title', body).textContent = options.title
  const wheels = document.createElement('div')
  wheels.className = 'wx-wheels'
  body.append(wheels)
  const columns = options.lines.map((_, column) =>
    createWheel(document, `第 ${column + 1} 列`, () =>
      options.columnChanged(column, columns[column]?.index() ?? 0),
    ),
  )
  wheels.append(...columns.map(({ element }) => element))
  const buttons = make('buttons', body)
  let taken = false
  const leave = (then: () => void): void => {
    if (taken) return
    taken = true
    away()
    then()
  }
  for (const [words, act] of [
    ['取消', options.cancel],
    ['确定', options.confirm],
  ] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = words
    button.addEventListener('click', () => leave(act))
    buttons.append(button)
  }
  sheet.addEventListener('click', (event) => event.target === sheet && leave(options.cancel))
  sheet.addEventListener('keydown', (event) => event.key === 'Escape' && leave(options.cancel))
  const fill: Sheet['fill'] = (lines, chosen, except) => {
    columns.forEach((column, at) => {
      if (at !== except) column.fill(lines[at] ?? [], chosen[at] ?? 0)
    })
  }
  const away = phone.screen.show(sheet, 'picker')
  fill(options.lines, options.chosen)
  body.tabIndex = -1
  body.focus({ preventScroll: true })
  return { fill, close: () => leave(() => undefined) }
}
