import { builtin } from '../runtime/builtin'
import { draggable } from './drag'

/** movable-view 的可移动区域 */
export const movableArea = builtin({
  tag: 'movable-area',
  properties: { scaleArea: Boolean },
  style: 'wx-movable-area { position: relative; display: block; width: 10px; height: 10px }',
})

/** 可移动的视图,留在 movable-area 里。不做双指缩放与惯性。 */
export const movableView = builtin({
  tag: 'movable-view',
  properties: {
    direction: { type: String, value: 'none' },
    inertia: Boolean,
    outOfBounds: Boolean,
    x: { type: null, value: 0 },
    y: { type: null, value: 0 },
    damping: { type: Number, value: 20 },
    friction: { type: Number, value: 2 },
    disabled: Boolean,
    scale: Boolean,
    scaleMin: { type: Number, value: 0.1 },
    scaleMax: { type: Number, value: 10 },
    scaleValue: { type: Number, value: 1 },
    animation: { type: Boolean, value: true },
  },
  style: `
wx-movable-view { position: absolute; top: 0; left: 0; display: inline-block; width: 10px; height: 10px; will-change: transform;
  touch-action: none }`,
  mount(host) {
    const at = { x: 0, y: 0 }
    const draw = (animated: boolean): void => {
      host.element.style.transition = animated ? 'transform .25s ease-out' : ''
      host.element.style.transform = `translate(${at.x}px, ${at.y}px) scale(${host.props.scaleValue})`
    }
    const within = (value: number, room: number) =>
      Math.min(Math.max(0, room), Math.max(Math.min(0, room), value))
    const place = (x: number, y: number, source: string, animated: boolean): void => {
      const area = host.element.closest('wx-movable-area')
      const next = {
        x: area ? within(x, area.clientWidth - host.element.offsetWidth) : x,
        y: area ? within(y, area.clientHeight - host.element.offsetHeight) : y,
      }
      if (next.x === at.x && next.y === at.y) return
      Object.assign(at, next)
      draw(animated)
      host.trigger('change', { ...at, source })
    }
    const moves = (axis: string) => host.props.direction === 'all' || host.props.direction === axis
    let from = { x: 0, y: 0 }
    draggable(host, {
      begins: () => !host.props.disabled && host.props.direction !== 'none',
      start: () => (from = { ...at }),
      move: ({ dx, dy }) =>
        place(
          moves('horizontal') ? from.x + dx : at.x,
          moves('vertical') ? from.y + dy : at.y,
          'touch',
          false,
        ),
      end: () => undefined,
    })
    const number = (value: unknown) => parseFloat(String(value)) || 0
    const follow = () => place(number(host.props.x), number(host.props.y), '', host.props.animation)
    return {
      attached: () => void host.window.requestAnimationFrame(follow),
      update(changed) {
        draw(false)
        if (host.element.isConnected && (changed.has('x') || changed.has('y'))) follow()
      },
      actions: { moveTo: (x, y) => place(number(x), number(y), 'touch', false) },
    }
  },
})
