import type { BuiltinHost, HostEvent } from '../runtime/builtin'

export interface Pressing {
  role: string
  disabled?(): boolean
  /** What a tap, Enter, the space bar and a label do. */
  press(): void
}

/** A control that is pressed: by finger, keyboard and screen reader alike. @returns how others press it */
export function pressable(host: BuiltinHost, { role, disabled = () => false, press }: Pressing): () => void {
  const { element } = host
  if (!element.hasAttribute('role')) element.setAttribute('role', role)
  element.tabIndex = 0
  host.on('tap', (event: HostEvent) => {
    event.notes.add('control')
    if (!disabled()) press()
  })
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    element.click()
  })
  // Keyboards, screen readers and labels click without a finger or a mouse (detail 0), which the page can't see as a tap.
  element.addEventListener('click', (event) => {
    if (event.target !== element || event.detail !== 0) return
    const { left, top, width, height } = element.getBoundingClientRect()
    host.trigger('tap', { x: left + width / 2, y: top + height / 2 }, { bubbles: true, composed: true })
  })
  return () => {
    if (!disabled()) press()
  }
}

/** Says to a screen reader what a person sees. */
export function showState(host: BuiltinHost, states: Readonly<Record<string, boolean>>): void {
  for (const [name, value] of Object.entries(states)) host.element.setAttribute(`aria-${name}`, String(value))
}
