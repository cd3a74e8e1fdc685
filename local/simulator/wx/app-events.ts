import type { SignalTable } from '../runtime/phone'
import type { WxFamily } from './family'

type Listener = (value: unknown) => void

/** 小程序的生命与意外：launch options, onAppShow, onError and their like. */
export const appEvents: WxFamily = (phone) => {
  const pair = <K extends keyof SignalTable>(
    name: string,
    signal: K,
    shape: (value: SignalTable[K]) => unknown,
  ) => {
    const stops = new Map<Listener, () => void>()
    return {
      [`on${name}`](listener: Listener) {
        stops.get(listener)?.()
        stops.set(
          listener,
          phone.signals.on(signal, (value) => listener(shape(value))),
        )
      },
      [`off${name}`](listener?: Listener) {
        for (const [known, stop] of stops) {
          if (listener !== undefined && known !== listener) continue
          stop()
          stops.delete(known)
        }
      },
    }
  }
  return {
    getLaunchOptionsSync: () => phone.launchOptions(),
    getEnterOptionsSync: () => phone.launchOptions(),
    ...pair('AppShow', 'appShow', () => phone.launchOptions()),
    ...pair('AppHide', 'appHide', () => ({})),
    ...pair('Error', 'error', ({ message, stack }) => `${message}\n${stack}`),
    ...pair('UnhandledRejection', 'unhandledRejection', (rejection) => rejection),
    ...pair('PageNotFound', 'pageNotFound', (found) => found),
    ...pair('ThemeChange', 'theme', (theme) => theme),
    ...pair('WindowResize', 'resize', (size) => ({
      size: { windowWidth: size.width, windowHeight: size.height },
    })),
  }
}
