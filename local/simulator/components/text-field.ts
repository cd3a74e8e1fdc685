import type { BuiltinHost, BuiltinInstance, Values } from '../runtime/builtin'

/** Shared by input and textarea. */
export const textFieldProperties = {
  name: String,
  value: String,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: String,
  disabled: Boolean,
  /** UTF-16 units; -1 is without limit. */
  maxlength: { type: Number, value: 140 },
  autoFocus: Boolean,
  focus: Boolean,
  cursor: { type: Number, value: -1 },
  cursorSpacing: Number,
  cursorColor: String,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  confirmType: String,
  confirmHold: Boolean,
  adjustPosition: { type: Boolean, value: true },
  holdKeyboard: Boolean,
} as const

type Field = HTMLInputElement | HTMLTextAreaElement

interface Options {
  /** What may stand in it (number, idcard). */
  clean?(value: string): string
  confirms(): boolean
  changed?(): void
}

/** Value, placeholder, focus and events of a text field, as WeChat's input and textarea have them in common. */
export function textField(
  host: BuiltinHost<Values<typeof textFieldProperties>>,
  field: Field,
  { clean = (value) => value, confirms, changed }: Options,
): BuiltinInstance {
  const placeholder = host.document.createElement('div')
  host.element.append(placeholder, field)
  let lastKey = 0
  let initial: string | undefined

  const fits = (value: string): string => {
    const allowed = clean(value)
    return host.props.maxlength >= 0 ? allowed.slice(0, host.props.maxlength) : allowed
  }
  const drawPlaceholder = (): void => {
    const { placeholder: words, placeholderClass, placeholderStyle } = host.props
    placeholder.className = `wx-${host.tag}-placeholder ${host.scopedClass(placeholderClass)}`
    placeholder.style.cssText = placeholderStyle
    placeholder.textContent = words
    placeholder.hidden = field.value !== ''
    field.setAttribute('aria-label', host.element.getAttribute('aria-label') ?? words)
  }
  const show = (value: string): void => {
    if (field.value !== value) field.value = value
    placeholder.hidden = value !== ''
    changed?.()
  }
  const typed = (): void => {
    const value = fits(field.value)
    show(value)
    host.keep('value', value)
    host.trigger('input', { value, cursor: field.selectionEnd ?? value.length, keyCode: lastKey })
  }
  const select = (): void => {
    const { cursor, selectionStart, selectionEnd } = host.props
    if (selectionStart >= 0 && selectionEnd >= 0) field.setSelectionRange(selectionStart, selectionEnd)
    else if (cursor >= 0) field.setSelectionRange(cursor, cursor)
    else field.setSelectionRange(field.value.length, field.value.length)
  }
  const take = (): void => {
    field.focus({ preventScroll: !host.props.adjustPosition })
    select()
  }

  let composing = false
  field.addEventListener('compositionstart', () => (composing = true))
  field.addEventListener('compositionend', () => {
    composing = false
    typed()
  })
  field.addEventListener('input', () => {
    if (composing) placeholder.hidden = field.value !== ''
    else typed()
  })
  field.addEventListener('keydown', (event) => {
    const key = event as KeyboardEvent
    lastKey = key.keyCode
    if (key.key !== 'Enter' || key.isComposing || !confirms()) return
    key.preventDefault()
    host.trigger('confirm', { value: field.value })
    if (!host.props.confirmHold) field.blur()
  })
  // The phone here has no keyboard of its own on the screen, so its height is 0.
  field.addEventListener('focus', () => {
    host.trigger('focus', { value: field.value, height: 0 })
    host.phone.signals.emit('keyboard', { height: 0 })
  })
  field.addEventListener('blur', () => {
    host.trigger('blur', { value: field.value, cursor: field.selectionEnd ?? field.value.length })
  })
  host.on('tap', (event) => {
    event.notes.add('control')
    if (!host.props.disabled) field.focus()
  })

  return {
    attached() {
      if (host.props.autoFocus || host.props.focus) host.window.requestAnimationFrame(take)
    },
    update(names) {
      initial ??= String(host.props.value)
      field.disabled = host.props.disabled
      field.style.caretColor = host.props.cursorColor
      if (names.has('value') || names.has('maxlength')) show(fits(String(host.props.value)))
      drawPlaceholder()
      if (names.has('focus') && host.element.isConnected) {
        if (host.props.focus) host.window.requestAnimationFrame(take)
        else field.blur()
      } else if (host.document.activeElement === field) {
        if (names.has('cursor') || names.has('selectionStart') || names.has('selectionEnd')) select()
      }
    },
    field: {
      value: () => field.value,
      reset: () => {
        host.keep('value', initial ?? '')
        show(initial ?? '')
      },
    },
    press: () => {
      if (!host.props.disabled) field.focus()
    },
    actions: {
      input: (value) => {
        field.value = String(value)
        typed()
      },
    },
  }
}
