import { builtin, builtinOf } from '../runtime/builtin'
import { pressable, showState } from './press'

export function tick(document: Document, color: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('viewBox', '0 0 32 32')
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', 'M6 17l7 7L27 9')
  path.setAttribute('fill', 'none')
  path.setAttribute('stroke', color)
  path.setAttribute('stroke-width', '3')
  svg.append(path)
  return svg
}

/** 多选项 */
export const checkbox = builtin({
  tag: 'checkbox',
  properties: {
    value: String,
    checked: Boolean,
    disabled: Boolean,
    color: { type: String, value: '#09BB07' },
    backgroundColor: String,
    borderColor: String,
    activeBackgroundColor: String,
    activeBorderColor: String,
    iconColor: String,
  },
  style: `
wx-checkbox { display: inline-block; outline-offset: 2px }
.wx-checkbox-wrap { display: inline-flex; align-items: center; vertical-align: middle }
.wx-checkbox-box { display: inline-block; box-sizing: border-box; flex: none; width: 24px; height: 24px; margin-right: 5px;
  border: 1px solid #d1d1d1; border-radius: 3px; background: #fff; vertical-align: middle }
.wx-checkbox-box > svg { display: block; width: 100%; height: 100% }
wx-checkbox[aria-disabled=true] .wx-checkbox-box { background: #e1e1e1 }`,
  mount(host) {
    const wrap = host.document.createElement('div')
    const box = host.document.createElement('div')
    const slot = host.document.createElement('div')
    wrap.className = 'wx-checkbox-wrap'
    box.className = 'wx-checkbox-box'
    wrap.append(box, slot)
    host.element.append(wrap)
    const draw = (): void => {
      const { checked, disabled, color, iconColor, ...colors } = host.props
      showState(host, { checked, disabled })
      box.replaceChildren(
        ...(checked ? [tick(host.document, disabled ? '#adadad' : iconColor || color)] : []),
      )
      box.style.backgroundColor = (checked && colors.activeBackgroundColor) || colors.backgroundColor
      box.style.borderColor = (checked && colors.activeBorderColor) || colors.borderColor
    }
    const group = () => {
      const element = host.element.closest('wx-checkbox-group')
      return element ? builtinOf(element) : undefined
    }
    const press = pressable(host, {
      role: 'checkbox',
      disabled: () => host.props.disabled,
      press() {
        host.keep('checked', !host.props.checked)
        draw()
        const found = group()
        found?.host.trigger('change', { value: found.instance.field?.value() })
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
      actions: {
        tap: press,
        reset: () => {
          host.keep('checked', initial.checked)
          draw()
        },
      },
    }
  },
})

/** 多选组:按画面次序给出勾选的值。 */
export const checkboxGroup = builtin({
  tag: 'checkbox-group',
  properties: { name: String },
  style: 'wx-checkbox-group { display: block }',
  mount(host) {
    const boxes = () =>
      [...host.element.querySelectorAll('wx-checkbox')].flatMap((element) => builtinOf(element) ?? [])
    host.element.setAttribute('role', 'group')
    return {
      field: {
        value: () => boxes().flatMap((box) => (box.host.props.checked ? [box.host.props.value] : [])),
        reset: () => boxes().forEach((box) => box.instance.actions?.reset?.()),
      },
    }
  },
})
