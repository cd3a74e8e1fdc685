import type { Phone } from '../runtime/phone'
import { asynchronous, type WxFamily } from './family'

/** 系统信息 */
export const system: WxFamily = (phone) => {
  const sync = {
    getSystemInfoSync: () => ({
      ...deviceInfo(phone),
      ...windowInfo(phone),
      ...appBaseInfo(phone),
      ...systemSetting(),
      albumAuthorized: true,
      cameraAuthorized: true,
      locationAuthorized: true,
      microphoneAuthorized: true,
      notificationAuthorized: true,
      errMsg: 'getSystemInfoSync:ok',
    }),
    getWindowInfo: () => windowInfo(phone),
    getDeviceInfo: () => deviceInfo(phone),
    getAppBaseInfo: () => appBaseInfo(phone),
    getSystemSetting: systemSetting,
    getMenuButtonBoundingClientRect: () => menuButton(phone),
    getRendererUserAgent: () => Promise.resolve(navigator.userAgent),
    getSkylineInfoSync: () => ({ isSupported: false, version: '', reason: 'client not supported' }),
  }
  return {
    ...sync,
    ...asynchronous({
      getSystemInfo: sync.getSystemInfoSync,
      getSystemInfoAsync: sync.getSystemInfoSync,
      getSkylineInfo: sync.getSkylineInfoSync,
      checkIsOpenAccessibility: () => ({ open: false }),
    }),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  }
}

/** The capsule: 87 × 32 px, 7 px from the right. */
function menuButton({ device }: Phone) {
  const [width, height, right] = [87, 32, device.screenWidth - 7]
  const top = device.statusBarHeight + (device.navigationBarHeight - height) / 2
  return { width, height, top, bottom: top + height, left: right - width, right }
}

function windowInfo(phone: Phone) {
  const { device } = phone
  const page = phone.currentPage()
  const { screenWidth, screenHeight, statusBarHeight } = device
  // The page's own frame knows; before the first page its plain outline does.
  const custom = page?.config.navigationStyle === 'custom'
  const barBottom = statusBarHeight + device.navigationBarHeight
  return {
    pixelRatio: device.pixelRatio,
    screenWidth,
    screenHeight,
    windowWidth: page?.window.innerWidth || screenWidth,
    windowHeight: page?.window.innerHeight || screenHeight - barBottom,
    statusBarHeight,
    screenTop: custom ? 0 : barBottom,
    safeArea: {
      left: 0,
      right: screenWidth,
      top: statusBarHeight,
      bottom: screenHeight - device.safeAreaBottom,
      width: screenWidth,
      height: screenHeight - device.safeAreaBottom - statusBarHeight,
    },
  }
}

function deviceInfo({ device }: Phone) {
  const { brand, model, system: name, platform } = device
  return {
    brand,
    model,
    system: name,
    platform,
    abi: 'arm64',
    benchmarkLevel: 30,
    memorySize: '4096',
    cpuType: 'unknown',
  }
}

function appBaseInfo({ device, appId }: Phone) {
  return {
    SDKVersion: device.sdkVersion,
    enableDebug: false,
    host: { env: 'WeChat', appId, version: 0 },
    language: device.language,
    version: '8.0.50',
    theme: device.theme,
    fontSizeSetting: device.fontSizeSetting,
    fontSizeScaleFactor: Number((device.fontSizeSetting / 17).toFixed(2)),
  }
}

function systemSetting() {
  return {
    bluetoothEnabled: false,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait' as const,
  }
}
