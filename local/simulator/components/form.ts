import { builtin } from '../runtime/builtin'
import { fieldsOf } from '../runtime/form-fields'

/** 表单:收集里面带 `name` 的控件。`<button form-type="submit">` 触发。 */
export const form = builtin({
  tag: 'form',
  properties: { reportSubmit: Boolean, reportSubmitTimeout: Number },
  style: 'wx-form { display: block }',
  mount(host) {
    const fields = () => fieldsOf(host.element)
    host.element.setAttribute('role', 'form')
    return {
      actions: {
        submit: () => {
          const value = Object.fromEntries(fields().map((field) => [field.name, field.value()]))
          host.trigger('submit', {
            value,
            ...(host.props.reportSubmit ? { formId: 'the formId is a mock one' } : {}),
          })
        },
        reset: () => {
          fields().forEach((field) => field.reset())
          host.trigger('reset', {})
        },
      },
    }
  },
})
