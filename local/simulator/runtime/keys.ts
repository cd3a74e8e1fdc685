import type { Device, KeyPress, Signals } from './phone'

/** CSS px of a screen from which this phone is WeChat on a computer, which alone tells of keys. */
const COMPUTER_FROM = 768

/** Fields in which keys are text; WeChat tells nothing of those. */
const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]'

/**
 * What wx.onKeyDown and wx.onKeyUp tell, by WeChat's own rules (official-doc, base library 3.6.0): only on a computer, only
 * after the person has used the window, and nothing while a field has the focus. A key that a focused button took for a tap
 * is not told a second time (guess).
 */
export class Keys {
  private used = false

  constructor(
    private readonly device: Device,
    private readonly signals: Signals,
  ) {
    this.hear(window)
  }

  /** Every page is a window of its own, and keys go to the one with the focus. */
  hear(view: Window) {
    view.addEventListener('pointerdown', () => (this.used = true), { capture: true })
    view.addEventListener('keydown', (event) => this.pass('keydown', event))
    view.addEventListener('keyup', (event) => this.pass('keyup', event))
  }

  private pass(type: 'keydown' | 'keyup', event: KeyboardEvent) {
    const { key, code, timeStamp, defaultPrevented, view } = event
    const isTyping = view?.document.activeElement?.matches(fields) === true
    if (!this.used || this.device.screenWidth < COMPUTER_FROM || defaultPrevented || isTyping) return
    // Strings by WeChat's own description.
    const told: KeyPress = {
      key,
      code,
      altKey: String(event.altKey),
      shiftKey: String(event.shiftKey),
      timeStamp,
    }
    this.signals.emit(type, told)
  }
}
