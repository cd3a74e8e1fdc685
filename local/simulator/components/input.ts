import { builtin } from '../runtime/builtin'
import { textField, textFieldProperties } from './text-field'

/** What the phone's keyboard for the type can write. */
const allowed: Record<string, RegExp> = { number: /[^\d]/g, digit: /[^\d.]/g, idcard: /[^\dXx]/g }
const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

/** 单行输入框 */
export const input = builtin({
  tag: 'input',
  properties: {
    ...textFieldProperties,
    type: { type: String, value: 'text' },
    password: Boolean,
    placeholderClass: { type: String, value: 'input-placeholder' },
    confirmType: { type: String, value: 'done' },
    alwaysEmbed: Boolean,
  },
  style: `
wx-input { position: relative; display: block; height: 22.4px; min-height: 22.4px; overflow: hidden; font-size: 16px;
  text-overflow: clip; white-space: nowrap; cursor: text }
.wx-input-field { display: block; box-sizing: border-box; width: 100%; height: 100%; min-height: inherit; margin: 0; padding: 0;
  border: 0; outline: 0; background: transparent; color: inherit; font: inherit; letter-spacing: inherit;
  text-align: inherit; text-indent: inherit; opacity: 1; -webkit-text-fill-color: currentcolor }
.wx-input-placeholder { position: absolute; inset: 0; height: fit-content; min-height: 0; margin: auto 0; overflow: hidden;
  color: #808080; text-align: inherit; white-space: nowrap; pointer-events: none }
.wx-input-placeholder[hidden] { display: none }
.wx-input-field:focus-visible { outline: 0 }`,
  mount(host) {
    const field = host.document.createElement('input')
    field.className = 'wx-input-field'
    field.autocomplete = 'off'
    const instance = textField(host, field, {
      clean: (value) => value.replace(allowed[host.props.type] ?? /[\n\r]/g, ''),
      confirms: () => true,
    })
    return {
      ...instance,
      update(changed) {
        const { type, password, confirmType } = host.props
        field.type = password || type === 'safe-password' ? 'password' : 'text'
        field.inputMode = keyboards[type] ?? 'text'
        field.enterKeyHint = confirmType
        instance.update?.(changed)
      },
    }
  },
})
