import type { Device } from './phone'

interface Measures {
  size: { width: number; height: number }
  fontSize: number
  sdkVersion: string
}

/** An iPhone of 2020, the measure of most designs; its size follows the window where the phone has no case. */
export function makeDevice({ size, fontSize, sdkVersion }: Measures): Device {
  const tall = size.height / size.width > 2
  return {
    brand: 'devtools',
    model: 'iPhone 12/13 (Pro)',
    platform: 'devtools',
    system: 'iOS 16.0',
    sdkVersion,
    screenWidth: size.width,
    screenHeight: size.height,
    pixelRatio: window.devicePixelRatio,
    statusBarHeight: tall ? 44 : 20,
    navigationBarHeight: 44,
    tabBarHeight: 50,
    safeAreaBottom: tall ? 34 : 0,
    language: 'zh_CN',
    fontSizeSetting: fontSize,
    theme: 'light',
  }
}
