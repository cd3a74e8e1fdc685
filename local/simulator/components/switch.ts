import { builtin } from '../runtime/builtin'
import { tick } from './checkbox'
import { pressable, showState } from './press'

/** 开关 */
export const switchControl = builtin({
  tag: 'switch',
  properties: {
    name: String,
    checked: Boolean,
    disabled: Boolean,
    type: { type: String, value: 'switch' },
    color: { type: String, value: '#04BE02' },
  },
  style: `
wx-switch { display: inline-block; vertical-align: middle; outline-offset: 2px }
.wx-switch-track { position: relative; box-sizing: border-box; width: 52px; height: 32px; border: 1px solid #dfdfdf;
  border-radius: 16px; background: #dfdfdf; transition: background-color .1s, border-color .1s }
.wx-switch-track::before, .wx-switch-track::after { content: ''; position: absolute; top: 0; left: 0; height: 30px;
  border-radius: 15px; transition: transform .3s }
.wx-switch-track::before { width: 50px; background: #fdfdfd }
.wx-switch-track::after { width: 30px; background: #fff; box-shadow: 0 1px 3px rgba(0,0,0,.4) }
wx-switch[aria-checked=true] > .wx-switch-track::before { transform: scale(0) }
wx-switch[aria-checked=true] > .wx-switch-track::after { transform: translateX(20px) }
wx-switch[aria-disabled=true] > .wx-switch-track { opacity: .7 }`,
  mount(host) {
    const drawing = host.document.createElement('div')
    host.element.append(drawing)
    const draw = (): void => {
      const { type, color, checked, disabled } = host.props
      showState(host, { checked, disabled })
      drawing.className = type === 'checkbox' ? 'wx-checkbox-box' : 'wx-switch-track'
      drawing.textContent = ''
      drawing.style.cssText = ''
      if (type === 'checkbox') {
        if (checked) drawing.append(tick(host.document, color))
      } else if (checked) {
        drawing.style.backgroundColor = color
        drawing.style.borderColor = color
      }
    }
    const set = (checked: boolean): void => {
      host.keep('checked', checked)
      draw()
    }
    const initial = { known: false, checked: false }
    const press = pressable(host, {
      role: 'switch',
      disabled: () => host.props.disabled,
      press() {
        set(!host.props.checked)
        host.trigger('change', { value: host.props.checked })
      },
    })
    return {
      update() {
        if (!initial.known) Object.assign(initial, { known: true, checked: host.props.checked })
        draw()
      },
      field: { value: () => host.props.checked, reset: () => set(initial.checked) },
      press,
      actions: { tap: press },
    }
  },
})
