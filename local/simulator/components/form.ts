import { builtin, builtinOf } from '../runtime/builtin'

/** 表单:收集里面带 `name` 的控件。`<button form-type="submit">` 触发。 */
export const form = builtin({
  tag: 'form',
  properties: { reportSubmit: Boolean, reportSubmitTimeout: Number },
  style: 'wx-form { display: block }',
  mount(host) {
    const fields = () =>
      [...host.element.querySelectorAll('*')].flatMap((element) => {
        const found = builtinOf(element)
        const name = found?.host.props.name
        return found?.instance.field && typeof name === 'string' && name !== ''
          ? [{ name, field: found.instance.field }]
          : []
      })
    host.element.setAttribute('role', 'form')
    return {
      actions: {
        submit: () => {
          const value = Object.fromEntries(fields().map(({ name, field }) => [name, field.value()]))
          host.trigger('submit', {
            value,
            ...(host.props.reportSubmit ? { formId: 'the formId is a mock one' } : {}),
          })
        },
        reset: () => {
          fields().forEach(({ field }) => field.reset())
          host.trigger('reset', {})
        },
      },
    }
  },
})
