import type { BuiltinHost, HostEvent } from '../runtime/builtin'

export interface Pressing {
  role: string
  disabled?(): boolean
  /** What a tap, Enter, the space bar and a label do. */
  press(): void
}

/** A control that is pressed; who can be reached by keyboard is pressed by it too (gestures.ts). @returns how others press it */
export function pressable(host: BuiltinHost, { role, disabled = () => false, press }: Pressing): () => void {
  const { element } = host
  if (!element.hasAttribute('role')) element.setAttribute('role', role)
  element.tabIndex = 0
  host.on('tap', (event: HostEvent) => {
    event.notes.add('control')
    if (!disabled()) press()
  })
  return () => {
    if (!disabled()) press()
  }
}

/** Says to a screen reader what a person sees. */
export function showState(host: BuiltinHost, states: Readonly<Record<string, boolean>>): void {
  for (const [name, value] of Object.entries(states)) host.element.setAttribute(`aria-${name}`, String(value))
}
