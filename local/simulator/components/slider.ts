import { builtin } from '../runtime/builtin'
import { draggable } from './drag'
import { showState } from './press'

/** 滑动选择器 */
export const slider = builtin({
  tag: 'slider',
  properties: {
    name: String,
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: Number,
    disabled: Boolean,
    color: String,
    selectedColor: String,
    activeColor: { type: String, value: '#1aad19' },
    backgroundColor: { type: String, value: '#e9e9e9' },
    blockSize: { type: Number, value: 28 },
    blockColor: { type: String, value: '#ffffff' },
    showValue: Boolean,
  },
  style: `
wx-slider { display: block; margin: 10px 18px; padding: 0; touch-action: pan-y }
.wx-slider-row { display: flex; align-items: center; min-height: 28px }
.wx-slider-track { position: relative; flex: 1; height: 2px; margin: 0 14px; border-radius: 5px }
.wx-slider-track::before { content: ''; position: absolute; inset: -16px -14px }
.wx-slider-done { height: 100%; border-radius: 5px }
.wx-slider-block { position: absolute; top: 50%; border-radius: 50%; box-shadow: 0 0 4px rgba(0,0,0,.2);
  transform: translate(-50%, -50%) }
.wx-slider-value { min-width: 3ch; color: #888; font-size: 14px; text-align: center }`,
  mount(host) {
    const { document, element } = host
    const make = (name: string, inside: HTMLElement) => {
      const piece = document.createElement('div')
      piece.className = `wx-slider-${name}`
      inside.append(piece)
      return piece
    }
    const row = make('row', element)
    const track = make('track', row)
    const done = make('done', track)
    const block = make('block', track)
    const words = make('value', row)
    element.setAttribute('role', 'slider')
    element.tabIndex = 0

    const draw = (): void => {
      const { min, max, value, disabled, blockColor, showValue } = host.props
      const { color, backgroundColor, selectedColor, activeColor } = host.props
      const size = Math.min(28, Math.max(12, host.props.blockSize))
      const part = max > min ? (Math.min(max, Math.max(min, value)) - min) / (max - min) : 0
      track.style.background = color || backgroundColor
      done.style.background = selectedColor || activeColor
      done.style.width = `${part * 100}%`
      block.style.cssText = `left: ${part * 100}%; width: ${size}px; height: ${size}px; background: ${blockColor}`
      words.hidden = !showValue
      words.textContent = showValue ? String(value) : ''
      showState(host, { disabled })
      for (const [name, number] of [
        ['valuemin', min],
        ['valuemax', max],
        ['valuenow', value],
      ] as const) {
        element.setAttribute(`aria-${name}`, String(number))
      }
    }
    const set = (wanted: number): void => {
      const { min, max, step } = host.props
      const steps = Math.round((wanted - min) / (step > 0 ? step : 1))
      const value = Math.min(max, Math.max(min, min + steps * (step > 0 ? step : 1)))
      host.keep('value', Number(value.toFixed(6)))
      draw()
    }
    const at = (clientX: number): void => {
      const box = track.getBoundingClientRect()
      const { min, max } = host.props
      set(min + ((clientX - box.left) / (box.width || 1)) * (max - min))
    }
    const changed = () => host.trigger('change', { value: host.props.value })
    draggable(host, {
      begins: ({ dx, dy }) => !host.props.disabled && Math.abs(dx) >= Math.abs(dy),
      move({ clientX }) {
        const before = host.props.value
        at(clientX)
        if (host.props.value !== before) host.trigger('changing', { value: host.props.value })
      },
      end: changed,
    })
    let touched = 0
    host.on('touchstart', ({ touches: [touch] }) => (touched = touch?.clientX ?? 0))
    host.on('tap', () => {
      if (host.props.disabled) return
      at(touched)
      changed()
    })
    element.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
      if (!step || host.props.disabled) return
      event.preventDefault()
      set(host.props.value + step * host.props.step)
      changed()
    })
    let initial: number | undefined
    const slideTo = (value: unknown): void => {
      set(Number(value))
      changed()
    }
    return {
      update() {
        initial ??= host.props.value
        draw()
      },
      field: { value: () => host.props.value, reset: () => set(initial ?? 0) },
      actions: { slideTo },
    }
  },
})
