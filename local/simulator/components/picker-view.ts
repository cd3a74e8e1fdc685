import { builtin } from '../runtime/builtin'

/** CSS px of a line where `indicator-style` names no height. */
const LINE = 34

interface Column {
  index(): number
  go(index: number): void
  /** CSS px of the view, of a line; how the band and the mask look. */
  fit(
    view: number,
    line: number,
    look: { band: string; bandClass: string; mask: string; maskClass: string },
  ): void
}

interface View {
  fit(): void
  started(): void
  changed(): void
}

const columns = new WeakMap<Element, Column>()
const views = new WeakMap<Element, View>()

/** 嵌入页面的滚动选择器 */
export const pickerView = builtin({
  tag: 'picker-view',
  properties: {
    name: String,
    value: { type: Array, value: [] },
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
  },
  style: `
wx-picker-view { display: block }
.wx-picker-view-row { position: relative; display: flex; height: 100%; overflow: hidden }`,
  mount(host) {
    const slot = host.document.createElement('div')
    slot.className = 'wx-picker-view-row'
    host.element.append(slot)
    const all = () => [...slot.children].flatMap((element) => columns.get(element) ?? [])
    const lineHeight = () =>
      parseFloat(/(?:^|;)\s*height:\s*([\d.]+)px/.exec(host.props.indicatorStyle)?.[1] ?? '') || LINE
    const fit = (): void => {
      const { indicatorStyle, indicatorClass, maskStyle, maskClass } = host.props
      const look = {
        band: indicatorStyle,
        bandClass: host.scopedClass(indicatorClass),
        mask: maskStyle,
        maskClass: host.scopedClass(maskClass),
      }
      const view = slot.clientHeight || host.element.clientHeight
      all().forEach((column, at) => {
        column.fit(view, lineHeight(), look)
        column.go(Number(host.props.value[at]) || 0)
      })
    }
    let turning = false
    views.set(host.element, {
      fit,
      started() {
        if (!turning) host.trigger('pickstart', {})
        turning = true
      },
      changed() {
        if (turning) host.trigger('pickend', {})
        turning = false
        const value = all().map((column) => column.index())
        if (JSON.stringify(value) === JSON.stringify(host.props.value)) return
        host.keep('value', value)
        host.trigger('change', { value })
      },
    })
    const observer = new host.window.MutationObserver(fit)
    const resized = new host.window.ResizeObserver(fit)
    return {
      slot,
      attached() {
        observer.observe(slot, { childList: true })
        resized.observe(host.element)
        fit()
      },
      detached() {
        observer.disconnect()
        resized.disconnect()
      },
      update: () => {
        if (host.element.isConnected) fit()
      },
      field: { value: () => host.props.value, reset: () => undefined },
    }
  },
})

export const pickerViewColumn = builtin({
  tag: 'picker-view-column',
  properties: {},
  style: `
wx-picker-view-column { position: relative; display: block; flex: 1; height: 100%; overflow: hidden }
.wx-picker-view-lines { height: 100%; overflow-y: auto; scroll-snap-type: y mandatory; scrollbar-width: none }
.wx-picker-view-lines::-webkit-scrollbar { display: none }
.wx-picker-view-content > * { flex: none; box-sizing: border-box; overflow: hidden; scroll-snap-align: center }
.wx-picker-view-band { position: absolute; right: 0; left: 0; border: 0 solid #e5e5e5; border-width: 1px 0;
  pointer-events: none; box-sizing: border-box }
.wx-picker-view-mask { position: absolute; inset: 0; pointer-events: none; background: linear-gradient(
  rgba(255,255,255,.95), rgba(255,255,255,.6) 45%, transparent 45%, transparent 55%, rgba(255,255,255,.6) 55%,
  rgba(255,255,255,.95)) }`,
  mount(host) {
    const make = (name: string) => {
      const piece = host.document.createElement('div')
      piece.className = `wx-picker-view-${name}`
      return piece
    }
    const lines = make('lines')
    const slot = make('content')
    const mask = make('mask')
    const band = make('band')
    lines.append(slot)
    host.element.append(lines, mask, band)
    lines.tabIndex = 0
    lines.setAttribute('role', 'listbox')
    let line = LINE
    let wanted = 0
    const view = () => views.get(host.element.closest('wx-picker-view') ?? host.element)
    const index = () => Math.max(0, Math.min(slot.children.length - 1, Math.round(lines.scrollTop / line)))
    columns.set(host.element, {
      index: () => wanted,
      go(to) {
        wanted = Math.max(0, Math.min(Math.max(0, slot.children.length - 1), to))
        if (index() !== wanted || lines.scrollTop % line !== 0) lines.scrollTop = wanted * line
      },
      fit(height, lineHeight, look) {
        line = lineHeight
        const edge = Math.max(0, (height - line) / 2)
        slot.style.padding = `${edge}px 0`
        for (const child of slot.children) (child as HTMLElement).style.height = `${line}px`
        band.className = `wx-picker-view-band ${look.bandClass}`
        band.style.cssText = `${look.band};top:${edge}px;height:${line}px`
        mask.className = `wx-picker-view-mask ${look.maskClass}`
        mask.style.cssText = look.mask
      },
    })
    let settling = 0
    const settle = (): void => {
      const now = index()
      if (now === wanted) return
      wanted = now
      view()?.changed()
    }
    lines.addEventListener('scroll', () => {
      if (index() !== wanted) view()?.started()
      host.window.clearTimeout(settling)
      settling = host.window.setTimeout(settle, 80)
    })
    lines.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (!step) return
      event.preventDefault()
      lines.scrollTop = (index() + step) * line
    })
    const observer = new host.window.MutationObserver(() => view()?.fit())
    return {
      slot,
      attached: () => observer.observe(slot, { childList: true }),
      detached: () => observer.disconnect(),
    }
  },
})
