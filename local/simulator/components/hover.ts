import type { BuiltinHost, Values } from '../runtime/builtin'

/** Shared by view, button and navigator. Times in ms. */
export const hoverProperties = {
  hoverClass: { type: String, value: 'none' },
  hoverStopPropagation: Boolean,
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
} as const

/** Shows `hover-class` while pressed. */
export function hover(host: BuiltinHost<Values<typeof hoverProperties>>, disabled = () => false): void {
  const { window } = host
  let starting = 0
  let staying = 0
  const release = () => {
    window.clearTimeout(starting)
    staying = window.setTimeout(() => host.extraClass(''), host.props.hoverStayTime)
  }
  host.on('touchstart', (event) => {
    const { hoverClass, hoverStartTime, hoverStopPropagation } = host.props
    if (!hoverClass || hoverClass === 'none' || disabled() || event.notes.has('hover')) return
    if (hoverStopPropagation) event.notes.add('hover')
    window.clearTimeout(starting)
    window.clearTimeout(staying)
    starting = window.setTimeout(() => host.extraClass(hoverClass), hoverStartTime)
  })
  host.on('touchend', release)
  host.on('touchcancel', release)
}
