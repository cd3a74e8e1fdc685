import type { KeyPress, Phone } from '../runtime/phone'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { listeners } from './listeners'
import { ask } from './prompt'
import { requirePrivacy } from './privacy'

/** 设备:剪贴板、振动、电话、扫码、键盘、屏幕 */
export const device: WxFamily = (phone) => {
  const keyboard = listeners<{ height: number }>()
  phone.signals.on('keyboard', keyboard.tell)
  const keyDown = listeners<KeyPress>()
  phone.signals.on('keydown', keyDown.tell)
  const keyUp = listeners<KeyPress>()
  phone.signals.on('keyup', keyUp.tell)
  const capture = listeners<void>()
  const memory = listeners<{ level: number }>()
  let clipboard = ''
  return {
    ...asynchronous({
      async setClipboardData({ data }: { data: string }) {
        if (typeof data !== 'string') throw new WxFailure('parameter error: parameter.data should be String;')
        clipboard = data
        await navigator.clipboard?.writeText(data).catch(() => undefined)
        const toast = phone.wx.showToast as (options: object) => void
        toast({ title: '内容已复制', icon: 'none', success: () => undefined })
      },
      async getClipboardData() {
        await requirePrivacy(phone, 'getClipboardData')
        return { data: clipboard }
      },
      vibrateShort: () => void navigator.vibrate?.(15),
      vibrateLong: () => void navigator.vibrate?.(400),
      makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => makePhoneCall(phone, phoneNumber),
      scanCode: () => scanCode(phone),
      hideKeyboard: () => {
        const active = phone.currentPage()?.window.document.activeElement
        if (active instanceof Object && 'blur' in active) (active as HTMLElement).blur()
      },
      setKeepScreenOn: () => undefined,
      getScreenBrightness: () => ({ value: 0.6 }),
      setScreenBrightness: () => undefined,
      setVisualEffectOnCapture: () => undefined,
      getBatteryInfo: () => ({ level: 80, isCharging: false }),
    }),
    getBatteryInfoSync: () => ({ level: 80, isCharging: false }),
    onKeyboardHeightChange: keyboard.on,
    offKeyboardHeightChange: keyboard.off,
    onKeyDown: keyDown.on,
    offKeyDown: keyDown.off,
    onKeyUp: keyUp.on,
    offKeyUp: keyUp.off,
    onUserCaptureScreen: capture.on,
    offUserCaptureScreen: capture.off,
    onMemoryWarning: memory.on,
    offMemoryWarning: memory.off,
  }
}

async function makePhoneCall(phone: Phone, phoneNumber: string): Promise<void> {
  if (!phoneNumber) throw new WxFailure('parameter error: parameter.phoneNumber should be String;')
  const called = await ask<boolean>(phone, {
    place: 'bottom',
    label: `拨打 ${phoneNumber}`,
    away: false,
    draw({ add, button }, answer) {
      const list = add('div', 'list')
      add('p', 'note', `${phoneNumber} 可能是一个电话号码,你可以(这部手机不会真的拨出)`, list)
      button(list, '呼叫', false, () => answer(true))
      button(list, '取消', false, () => answer(false))
    },
  })
  if (!called) throw new WxFailure('cancel')
}

async function scanCode(phone: Phone): Promise<Record<string, unknown>> {
  const result = await ask<string | null>(phone, {
    place: 'whole',
    label: '扫码',
    draw({ add, button }, answer) {
      add('h3', 'title', '扫码')
      add('p', 'left wx-prompt-small', '这部手机没有摄像头:写下码里的内容。')
      const field = add('input', 'field', '', add('div', 'left')) as HTMLInputElement
      field.setAttribute('aria-label', '码里的内容')
      const pair = add('div', 'pair')
      button(pair, '取消', false, () => answer(null))
      button(pair, '扫到了', true, () => answer(field.value))
    },
  })
  if (result === null) throw new WxFailure('cancel')
  // A mini-program's own code answers its page as `path`; here a text that looks like one stands for it.
  const path = /^\/?[\w-]+(?:\/[\w-]+)+(?:\?.*)?$/.test(result) ? { path: result.replace(/^\//, '') } : {}
  return {
    result,
    scanType: 'path' in path ? 'WX_CODE' : 'QR_CODE',
    charSet: 'UTF-8',
    rawData: btoa(encodeURIComponent(result)),
    ...path,
  }
}
