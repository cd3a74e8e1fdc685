import { builtin } from '../runtime/builtin'
import { openSheet, type Sheet } from './picker-sheet'
import { pickerMode } from './picker-modes'
import { pressable } from './press'

/** 从底部弹起的滚动选择器 */
export const picker = builtin({
  tag: 'picker',
  properties: {
    name: String,
    mode: { type: String, value: 'selector' },
    disabled: Boolean,
    headerText: String,
    range: { type: Array, value: [] },
    rangeKey: String,
    value: { type: null, value: 0 },
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    customItem: String,
    level: { type: String, value: 'region' },
  },
  style: 'wx-picker { display: block; cursor: pointer }',
  mount(host) {
    let sheet: Sheet | null = null
    const open = (): void => {
      const found = pickerMode(host.props)
      if (!found) {
        host.phone.fail(new Error(`<picker mode="${host.props.mode}"> is not built in this phone`), 'picker')
        return
      }
      let mode = found
      let chosen = mode.read(host.props.value)
      sheet?.close()
      sheet = openSheet(host.phone, {
        title: host.props.headerText,
        lines: mode.columns(chosen),
        chosen,
        columnChanged(column, index) {
          chosen = chosen.map((at, position) => (position === column ? index : at))
          // What stood in the columns to the right may not exist any more.
          if (host.props.mode === 'region')
            chosen = chosen.map((at, position) => (position > column ? 0 : at))
          const lines = mode.columns(chosen)
          chosen = chosen.map((at, position) => Math.min(at, Math.max(0, (lines[position]?.length ?? 1) - 1)))
          sheet?.fill(lines, chosen, column)
          if (host.props.mode === 'multiSelector') host.trigger('columnchange', { column, value: index })
        },
        confirm() {
          sheet = null
          const detail = mode.write(chosen)
          host.keep('value', detail.value)
          host.trigger('change', detail)
        },
        cancel() {
          sheet = null
          host.trigger('cancel', {})
        },
      })
      refill = () => {
        mode = pickerMode(host.props) ?? mode
        chosen = mode.read(host.props.value)
        sheet?.fill(mode.columns(chosen), chosen)
      }
    }
    let refill = (): void => undefined
    const press = pressable(host, { role: 'button', disabled: () => host.props.disabled, press: open })
    host.element.setAttribute('aria-haspopup', 'listbox')
    let initial: unknown
    let known = false
    return {
      update(changed) {
        if (!known) initial = host.props.value
        known = true
        // In multiSelector the app answers `columnchange` with new ranges while the sheet is open.
        if (sheet && (changed.has('range') || changed.has('value'))) refill()
      },
      detached: () => sheet?.close(),
      field: {
        value: () => host.props.value,
        reset: () => host.keep('value', initial),
      },
      press,
    }
  },
})
