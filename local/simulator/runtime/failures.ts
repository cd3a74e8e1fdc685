import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import type { Problem } from './host'
import { Overlay } from './overlay'
import type { Signals } from './phone'

/** Tells the developer what goes wrong: overlay with its place in the source, console, and a signal. */
export class Failures {
  private readonly overlay: Overlay
  /** The same error may come by its thrower and by its catcher. */
  private readonly told = new WeakSet<Error>()

  constructor(
    layer: HTMLElement,
    private readonly signals: Signals,
    /** Where the positions of a stack come from, as `file:line:column`. */
    private readonly origins: (stack: string) => Promise<string[]>,
  ) {
    this.overlay = new Overlay(layer)
    addGlobalErrorListener((error, method) => {
      this.tell(error, method)
      return false
    })
    addGlobalWarningListener((message, component) => {
      const where = typeof component === 'string' ? component : component.is
      // Without a place it may well be a package's doing: for those who look for it.
      if (where === '') window.console.debug(message)
      else if (!where.startsWith('miniprogram_npm/')) this.warn(`${where}：${message}`)
      return false
    })
  }

  tell(error: unknown, where?: string): void {
    const known = error instanceof Error ? error : new Error(String(error))
    if (this.told.has(known)) return
    this.told.add(known)
    const stack = known.stack ?? known.message
    this.signals.emit('error', { message: known.message, stack, ...(where ? { where } : {}) })
    window.console.error(known)
    const title = where ? `出错了：${where}` : '出错了'
    void this.origins(stack).then((lines) => this.overlay.show({ title, message: known.message, lines }))
  }

  warn(message: string): void {
    this.signals.emit('log', { level: 'warn', args: [message] })
    window.console.warn(message)
  }

  showProblems(problems: readonly Problem[]): void {
    this.overlay.showProblems(problems)
  }
}
