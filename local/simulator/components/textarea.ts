import { builtin } from '../runtime/builtin'
import { textField, textFieldProperties } from './text-field'

/** 多行输入框:默认 300×150,`auto-height` 随内容长高。 */
export const textarea = builtin({
  tag: 'textarea',
  properties: {
    ...textFieldProperties,
    placeholderClass: { type: String, value: 'textarea-placeholder' },
    confirmType: { type: String, value: 'return' },
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: Boolean,
    adjustKeyboardTo: String,
  },
  style: `
wx-textarea { position: relative; display: block; width: 300px; height: 150px; font-size: 16px; cursor: text }
wx-textarea[auto-height] { height: auto !important }
.wx-textarea-field { display: block; box-sizing: border-box; width: 100%; height: 100%; margin: 0; padding: 0; overflow: auto;
  border: 0; outline: 0; resize: none; background: transparent; color: inherit; font: inherit; letter-spacing: inherit;
  text-align: inherit; opacity: 1; -webkit-text-fill-color: currentcolor }
wx-textarea[auto-height] > .wx-textarea-field { min-height: inherit; overflow: hidden }
.wx-textarea-line { position: absolute; visibility: hidden }
.wx-textarea-placeholder { position: absolute; inset: 0; overflow: hidden; color: #808080; overflow-wrap: break-word;
  white-space: pre-wrap; pointer-events: none }
.wx-textarea-placeholder[hidden] { display: none }`,
  mount(host) {
    const field = host.document.createElement('textarea')
    field.className = 'wx-textarea-field'
    field.rows = 1
    // One line that nobody sees: `line-height: normal` has no number.
    const line = host.document.createElement('div')
    line.className = 'wx-textarea-line'
    line.textContent = '国'
    line.setAttribute('aria-hidden', 'true')
    host.element.append(line)
    let lines = 0
    const measure = (): void => {
      const { autoHeight } = host.props
      const lineHeight = line.offsetHeight || 1
      field.style.height = autoHeight ? '0' : ''
      const height = field.scrollHeight
      if (autoHeight) field.style.height = `${height}px`
      const count = Math.max(1, Math.round(height / lineHeight))
      if (!host.element.isConnected || count === lines) return
      lines = count
      const heightRpx = (height * 750) / host.window.innerWidth
      host.trigger('linechange', { height, heightRpx, lineCount: count, lineHeight })
    }
    const instance = textField(host, field, {
      confirms: () => host.props.confirmType !== 'return',
      changed: measure,
    })
    let width = 0
    const observer = new host.window.ResizeObserver(() => {
      if (field.clientWidth === width) return
      width = field.clientWidth
      measure()
    })
    return {
      ...instance,
      attached() {
        instance.attached?.()
        observer.observe(field)
      },
      detached: () => observer.disconnect(),
      update(changed) {
        field.enterKeyHint = host.props.confirmType === 'return' ? 'enter' : host.props.confirmType
        host.element.toggleAttribute('auto-height', host.props.autoHeight)
        instance.update?.(changed)
        measure()
      },
    }
  },
})
