import { builtin, builtinOf } from '../runtime/builtin'
import { byId } from './by-id'

const controls = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea, wx-picker'

/** 标签:按 `for` 的 id,或者里面的第一个控件。 */
export const label = builtin({
  tag: 'label',
  properties: { for: String },
  style: 'wx-label { display: inline }',
  mount(host) {
    host.on('tap', (event) => {
      if (event.notes.has('control')) return
      event.notes.add('control')
      const control = host.props.for
        ? byId(host.document, host.props.for)
        : host.element.querySelector(controls)
      if (control) builtinOf(control)?.instance.press?.()
    })
    return {}
  },
})
