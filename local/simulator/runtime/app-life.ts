import { resolveUrl } from './page-url'
import type { Phone } from './phone'

type AppDefinition = Record<string, unknown>

/** App(): its instance and its life, in WeChat's order: onLaunch, onShow, then the first page. */
export class AppLife {
  private instance: AppDefinition | null = null
  private options: { path: string; query: Record<string, string>; scene: number } = {
    path: '',
    query: {},
    scene: 1001,
  }

  constructor(private readonly phone: Phone) {
    const { signals } = phone
    signals.on('error', ({ message, stack }) => this.call('onError', `${message}\n${stack}`))
    signals.on('unhandledRejection', (rejection) => this.call('onUnhandledRejection', rejection))
    signals.on('pageNotFound', (found) => this.call('onPageNotFound', found))
    signals.on('theme', (theme) => this.call('onThemeChange', theme))
  }

  /** What scripts call as `App`. */
  readonly register = (definition: AppDefinition): void => {
    this.instance = definition
  }

  readonly getApp = (): AppDefinition | undefined => this.instance ?? undefined

  launchOptions() {
    return { ...this.options, referrerInfo: {}, shareTicket: undefined, apiCategory: 'default' }
  }

  launch(url: string): void {
    this.options = { ...resolveUrl(`/${url}`, ''), scene: 1001 }
    this.call('onLaunch', this.launchOptions())
    this.show()
  }

  show(): void {
    this.call('onShow', this.launchOptions())
    this.phone.signals.emit('appShow', this.options)
  }

  hide(): void {
    this.call('onHide')
    this.phone.signals.emit('appHide', undefined)
  }

  private call(name: string, ...args: unknown[]): void {
    const method = this.instance?.[name]
    if (typeof method !== 'function') return
    try {
      method.apply(this.instance, args)
    } catch (error) {
      if (name === 'onError') window.console.error(error)
      else this.phone.fail(error, `App ${name}`)
    }
  }
}
