import type { Device } from './phone'

/** The phone's own furniture: screen, layers, and the style of bars. Pages are put into `pages`, prompts into `layer`. */
export interface Case {
  root: HTMLElement
  pages: HTMLElement
  tabBar: HTMLElement
  layer: HTMLElement
}

const css = `
html, body { margin: 0; height: 100%; overflow: hidden; font-family: var(--phone-font); -webkit-user-select: none; user-select: none }
.phone { position: relative; overflow: hidden; background: #fff; display: flex; flex-direction: column }
.phone.device { margin: 20px auto; border-radius: 36px; box-shadow: 0 0 0 10px #1f2329, 0 12px 40px #0004 }
html:has(.phone.device), html:has(.phone.device) body { overflow: auto }
.phone.device::after { content: ''; position: absolute; left: 50%; bottom: 8px; width: 134px; height: 5px; margin-left: -67px; border-radius: 3px; background: #0003; pointer-events: none; z-index: 3 }
.phone-pages { position: relative; flex: 1; min-height: 0 }
.phone-page { position: absolute; inset: 0; display: flex; flex-direction: column; background: #fff; visibility: hidden }
.phone-page.top { visibility: visible }
.phone-page iframe { flex: 1; min-height: 0; width: 100%; border: 0; display: block; background: transparent }
.phone-bar { flex: none; position: relative; z-index: 1; transition: background-color .1s }
.phone-bar.floating { position: absolute; left: 0; right: 0; top: 0; background: transparent !important; pointer-events: none }
.phone-bar.floating .phone-bar-row > * { pointer-events: auto }
.phone-status { display: flex; align-items: center; justify-content: space-between; padding: 0 24px; font-size: 14px; font-weight: 600; box-sizing: border-box }
.phone-bar-row { display: flex; align-items: center; justify-content: center; position: relative }
.phone-bar-title { max-width: 50%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 17px; font-weight: 500 }
.phone-bar-back { position: absolute; left: 0; top: 0; bottom: 0; width: 44px; border: 0; background: none; color: inherit; font-size: 26px; cursor: pointer; padding: 0 }
.phone-bar-menu { position: absolute; right: 7px; top: 6px; width: 87px; height: 32px; box-sizing: border-box; border: 1px solid #0000001a; border-radius: 16px; display: flex; align-items: center; background: #fff9; color: #000 }
.phone-bar-menu span { flex: 1; text-align: center; font-size: 15px; line-height: 30px; letter-spacing: -3px }
.phone-bar-menu span + span { border-left: 1px solid #0000001a }
.phone-bar-loading { width: 16px; height: 16px; margin-right: 6px; border: 2px solid; border-top-color: transparent; border-radius: 50%; animation: phone-turn 1s linear infinite }
@keyframes phone-turn { to { transform: rotate(1turn) } }
.phone-pull { position: absolute; left: 0; right: 0; height: 50px; display: flex; align-items: center; justify-content: center; gap: 6px; visibility: hidden }
.phone-pull i { width: 8px; height: 8px; border-radius: 50%; background: currentColor; animation: phone-blink 1s infinite alternate }
.phone-pull i:nth-child(2) { animation-delay: .3s } .phone-pull i:nth-child(3) { animation-delay: .6s }
@keyframes phone-blink { from { opacity: .25 } to { opacity: .9 } }
.phone-tabs { flex: none; display: none; box-sizing: border-box; border-top: 1px solid #0000001a; background: #fff; z-index: 2 }
.phone-tabs.shown { display: flex }
.phone-tab { flex: 1; height: 50px; border: 0; background: none; padding: 4px 0 0; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 2px; font-size: 10px; cursor: pointer; position: relative; font-family: inherit }
.phone-tab img { width: 26px; height: 26px; object-fit: contain }
.phone-tab b { position: absolute; top: 2px; left: calc(50% + 6px); min-width: 16px; height: 16px; padding: 0 4px; box-sizing: border-box; border-radius: 8px; background: #fa5151; color: #fff; font: 10px/16px sans-serif }
.phone-tab b.dot { min-width: 8px; width: 8px; height: 8px; padding: 0; top: 6px }
.phone-layer { position: absolute; inset: 0; pointer-events: none; z-index: 10 }
.phone-layer > * { pointer-events: auto }
`

export function drawCase(document: Document, device: Device, framed: boolean): Case {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  const make = (name: string, parent?: HTMLElement) => {
    const element = document.createElement('div')
    element.className = name
    parent?.append(element)
    return element
  }
  const root = make(framed ? 'phone device' : 'phone')
  root.style.width = `${device.screenWidth}px`
  root.style.height = `${device.screenHeight}px`
  const pages = make('phone-pages', root)
  const tabBar = make('phone-tabs', root)
  const layer = make('phone-layer', root)
  document.body.append(root)
  return { root, pages, tabBar, layer }
}
