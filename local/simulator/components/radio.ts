import { builtin, builtinOf } from '../runtime/builtin'
import { tick } from './checkbox'
import { pressable, showState } from './press'

/** 单选项 */
export const radio = builtin({
  tag: 'radio',
  properties: {
    value: String,
    checked: Boolean,
    disabled: Boolean,
    color: { type: String, value: '#09BB07' },
  },
  style: `
wx-radio { display: inline-block; outline-offset: 2px }
.wx-radio-wrap { display: inline-flex; align-items: center; vertical-align: middle }
.wx-radio-circle { box-sizing: border-box; flex: none; width: 24px; height: 24px; margin-right: 5px; border: 1px solid #d1d1d1;
  border-radius: 50%; background: #fff }
.wx-radio-circle > svg { display: block; width: 100%; height: 100% }
wx-radio[aria-disabled=true] .wx-radio-circle { background: #e1e1e1 }`,
  mount(host) {
    const wrap = host.document.createElement('div')
    const circle = host.document.createElement('div')
    const slot = host.document.createElement('div')
    wrap.className = 'wx-radio-wrap'
    circle.className = 'wx-radio-circle'
    wrap.append(circle, slot)
    host.element.append(wrap)
    const draw = (): void => {
      const { checked, disabled, color } = host.props
      showState(host, { checked, disabled })
      circle.replaceChildren(...(checked ? [tick(host.document, disabled ? '#adadad' : '#fff')] : []))
      circle.style.backgroundColor = checked && !disabled ? color : ''
      circle.style.borderColor = checked && !disabled ? color : ''
    }
    const set = (checked: unknown): void => {
      host.keep('checked', checked === true)
      draw()
    }
    const press = pressable(host, {
      role: 'radio',
      disabled: () => host.props.disabled,
      press() {
        if (host.props.checked) return
        const element = host.element.closest('wx-radio-group')
        element
          ?.querySelectorAll('wx-radio')
          .forEach((other) => builtinOf(other)?.instance.actions?.set?.(false))
        set(true)
        if (element) builtinOf(element)?.host.trigger('change', { value: host.props.value })
      },
    })
    const initial = { known: false, checked: false }
    return {
      slot,
      update() {
        if (!initial.known) Object.assign(initial, { known: true, checked: host.props.checked })
        draw()
      },
      press,
      actions: { tap: press, set, reset: () => set(initial.checked) },
    }
  },
})

/** 单选组 */
export const radioGroup = builtin({
  tag: 'radio-group',
  properties: { name: String },
  style: 'wx-radio-group { display: block }',
  mount(host) {
    const radios = () =>
      [...host.element.querySelectorAll('wx-radio')].flatMap((element) => builtinOf(element) ?? [])
    host.element.setAttribute('role', 'radiogroup')
    return {
      field: {
        value: () => radios().find((one) => one.host.props.checked)?.host.props.value ?? '',
        reset: () => radios().forEach((one) => one.instance.actions?.reset?.()),
      },
    }
  },
})
