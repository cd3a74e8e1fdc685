import type { BuiltinHost } from '../runtime/builtin'

export interface Drag {
  /** CSS px since the finger went down. */
  dx: number
  dy: number
  /** px per ms over the last moves. */
  vx: number
  vy: number
  clientX: number
  clientY: number
}

export interface Dragging {
  /** Said no to, the drag is left to whoever scrolls. Asked once the finger has moved 5 px. */
  begins?(drag: Drag): boolean
  start?(drag: Drag): void
  move(drag: Drag): void
  end(drag: Drag): void
}

/** How far a finger moves before it is a drag and no tap. CSS px. */
const SLOP = 5

/** One finger (or a mouse) dragging inside a built-in, from the phone's own touch events. */
export function draggable(
  host: Pick<BuiltinHost, 'on'>,
  { begins = () => true, start, move, end }: Dragging,
): void {
  let from: { x: number; y: number } | null = null
  let active = false
  let last = { x: 0, y: 0, at: 0 }
  let drag: Drag = { dx: 0, dy: 0, vx: 0, vy: 0, clientX: 0, clientY: 0 }

  host.on('touchstart', ({ touches: [touch] }) => {
    if (!touch) return
    from = { x: touch.clientX, y: touch.clientY }
    last = { ...from, at: performance.now() }
    drag = { dx: 0, dy: 0, vx: 0, vy: 0, clientX: touch.clientX, clientY: touch.clientY }
    active = false
  })
  host.on('touchmove', (event) => {
    const [touch] = event.touches
    if (!touch || !from || event.notes.has('drag')) return
    const at = performance.now()
    const span = Math.max(1, at - last.at)
    const { clientX, clientY } = touch
    drag = {
      dx: clientX - from.x,
      dy: clientY - from.y,
      vx: (clientX - last.x) / span,
      vy: (clientY - last.y) / span,
      clientX,
      clientY,
    }
    last = { x: clientX, y: clientY, at }
    if (!active) {
      if (Math.hypot(drag.dx, drag.dy) < SLOP) return
      if (!begins(drag)) {
        from = null
        return
      }
      active = true
      start?.(drag)
    }
    event.notes.add('drag')
    event.preventDefault()
    move(drag)
  })
  const release = (): void => {
    if (active) end(drag)
    active = false
    from = null
  }
  host.on('touchend', release)
  host.on('touchcancel', release)
}
