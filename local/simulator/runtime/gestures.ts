import { Event as TreeEvent, type Element as TreeElement } from 'glass-easel'
import type { TouchPoint, TouchPoints } from './host'

/** CSS px a finger may move and still tap. */
const TAP_DISTANCE = 10
/** ms, as WeChat's. */
export const LONGPRESS_AFTER = 350
/** A touch is followed by mouse events of the browser's own making; ms. */
const MOUSE_SILENCE = 800

const passedOn = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const

/** The glass-easel element drawn at a DOM node, or the nearest around it. */
export function elementAt(node: unknown): TreeElement | null {
  for (let at = node as (Node & { __wxElement?: TreeElement }) | null; at; at = at.parentNode) {
    if (at.__wxElement) return at.__wxElement
  }
  return null
}

/**
 * Turns what the browser tells of fingers and mouse into WeChat's events, and sends them through the page's tree:
 * touchstart, touchmove, touchend, touchcancel, tap, longpress, longtap, canceltap.
 */
export class Gestures {
  private start: { target: TreeElement; x: number; y: number; moved: boolean; held: boolean } | null = null
  private holding = 0
  private touchedAt = -MOUSE_SILENCE

  constructor(private readonly window: Window & typeof globalThis) {
    const { document } = window
    const listen = <K extends keyof DocumentEventMap>(type: K, hear: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(type, hear, { capture: true, passive: false })
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      listen(type, (event) => {
        this.touchedAt = window.performance.now()
        this.hear(type, event.target, listOf(event.touches), listOf(event.changedTouches), event)
      })
    }
    const mice = { mousedown: 'touchstart', mousemove: 'touchmove', mouseup: 'touchend' } as const
    for (const [type, as] of Object.entries(mice) as ['mousedown', 'touchstart'][]) {
      listen(type, (event) => {
        if (window.performance.now() - this.touchedAt < MOUSE_SILENCE || event.button !== 0) return
        if (!this.start && type !== 'mousedown') return
        const point = { identifier: 0, clientX: event.clientX, clientY: event.clientY }
        this.hear(as, event.target, type === ('mouseup' as string) ? [] : [point], [point], event)
      })
    }
    // Keyboards, screen readers and scripts click without a finger or a mouse: detail 0.
    listen('click', (event) => {
      const target = event.detail === 0 ? elementAt(event.target) : null
      if (!target) return
      const { left, top, width, height } = (event.target as Element).getBoundingClientRect()
      const point = { identifier: 0, clientX: left + width / 2, clientY: top + height / 2 }
      sendTouch(window, target, 'tap', { touches: [], changedTouches: [point] })
    })
    listen('keydown', (event) => {
      const target = event.target as HTMLElement & { __wxElement?: TreeElement }
      if ((event.key !== 'Enter' && event.key !== ' ') || !target.__wxElement || target.tabIndex < 0) return
      event.preventDefault()
      target.click()
    })
    for (const type of passedOn) {
      listen(type, (event) => {
        const target = elementAt(event.target)
        const { elapsedTime } = event as TransitionEvent
        if (target) send(target, type, { elapsedTime })
      })
    }
  }

  /** @param event the browser's own, kept from scrolling when the page caught the move */
  hear(
    type: 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel',
    node: unknown,
    touches: readonly TouchPoint[],
    changed: readonly TouchPoint[],
    event?: Event,
  ): void {
    const target = type === 'touchstart' ? elementAt(node) : (this.start?.target ?? elementAt(node))
    const first = changed[0]
    if (!target || !first) return
    if (type === 'touchstart') this.begin(target, first)
    if (type === 'touchmove') this.move(first)
    const stopped = sendTouch(this.window, target, type, { touches, changedTouches: changed })
    if (stopped && type === 'touchmove' && event?.cancelable) event.preventDefault()
    if (type === 'touchend' || type === 'touchcancel') this.end(type, first)
  }

  private begin(target: TreeElement, { clientX, clientY }: TouchPoint): void {
    const start = { target, x: clientX, y: clientY, moved: false, held: false }
    this.start = start
    this.window.clearTimeout(this.holding)
    this.holding = this.window.setTimeout(() => {
      if (this.start === start && !start.moved) start.held = this.press(start)
    }, LONGPRESS_AFTER)
  }

  /** @returns whether someone heard the longpress: then there will be no tap. */
  private press({ target, x, y }: { target: TreeElement; x: number; y: number }): boolean {
    const points = [{ identifier: 0, clientX: x, clientY: y }]
    const notes = new Set<string>()
    const touch = { touches: points, changedTouches: points }
    sendTouch(this.window, target, 'longpress', touch, notes)
    sendTouch(this.window, target, 'longtap', touch, new Set())
    return notes.has('heard')
  }

  private move({ clientX, clientY }: TouchPoint): void {
    const { start } = this
    if (!start || start.moved) return
    if (Math.hypot(clientX - start.x, clientY - start.y) <= TAP_DISTANCE) return
    start.moved = true
    this.window.clearTimeout(this.holding)
  }

  private end(type: 'touchend' | 'touchcancel', point: TouchPoint): void {
    const { start } = this
    this.start = null
    this.window.clearTimeout(this.holding)
    if (!start || start.moved || start.held || type === 'touchcancel') return
    sendTouch(this.window, start.target, 'tap', { touches: [], changedTouches: [point] })
  }
}

function listOf(list: TouchList): TouchPoint[] {
  return Array.from(list, ({ identifier, clientX, clientY }) => ({ identifier, clientX, clientY }))
}

/** @returns whether a listener caught it */
export function sendTouch(
  window: Window,
  target: TreeElement,
  type: string,
  { touches, changedTouches }: TouchPoints,
  notes: Set<string> = new Set(),
): boolean {
  const whole = (point: TouchPoint) => ({
    identifier: point.identifier ?? 0,
    clientX: point.clientX,
    clientY: point.clientY,
    pageX: point.clientX + window.scrollX,
    pageY: point.clientY + window.scrollY,
    force: 1,
  })
  const changed = changedTouches.map(whole)
  const first = changed[0]
  const detail = /tap|press/.test(type) && first ? { x: first.pageX, y: first.pageY } : {}
  return send(target, type, detail, { touches: touches.map(whole), changedTouches: changed, notes })
}

/** Sends an event that bubbles through components, with capture. @returns whether a listener caught it */
export function send(
  target: TreeElement,
  type: string,
  detail: unknown,
  extraFields: Record<string, unknown> = { notes: new Set<string>() },
): boolean {
  const event = new TreeEvent(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
  })
  event.dispatch(target)
  return event.defaultPrevented()
}
