import type { Phone } from '../runtime/phone'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { ask, askPermission } from './prompt'

/** What a person allowed this mini-program; kept for each person, apart from the app's own storage. */
export interface Settings {
  scopes: Record<string, boolean>
  /** 订阅消息主开关 */
  subscriptions: boolean
  /** 订阅消息里"总是保持以上选择"的模板 */
  templates: Record<string, 'accept' | 'reject'>
  privacyAgreed: boolean
  phoneNumber: string
}

const KEY = 'wechat:settings'

export function readSettings(phone: Phone): Settings {
  const empty: Settings = {
    scopes: {},
    subscriptions: true,
    templates: {},
    privacyAgreed: false,
    phoneNumber: '',
  }
  return { ...empty, ...(JSON.parse(phone.storage.get(KEY) ?? '{}') as Partial<Settings>) }
}

export function changeSettings(phone: Phone, change: Partial<Settings>): void {
  phone.storage.set(KEY, JSON.stringify({ ...readSettings(phone), ...change }))
}

const scopes: Record<string, { name: string; why: string }> = {
  'scope.userLocation': { name: '位置信息', why: '获取你的位置信息' },
  'scope.userFuzzyLocation': { name: '模糊位置', why: '获取你的模糊位置信息' },
  'scope.record': { name: '麦克风', why: '使用你的麦克风' },
  'scope.camera': { name: '摄像头', why: '使用你的摄像头' },
  'scope.writePhotosAlbum': { name: '添加到相册', why: '保存图片或视频到你的相册' },
}

/** Asks once; later the answer stands until it is changed in 设置. @throws WxFailure auth deny */
export async function requireScope(phone: Phone, scope: string): Promise<void> {
  const known = readSettings(phone).scopes[scope]
  if (known === true) return
  if (known === false) throw new WxFailure('auth deny', { errno: 103 })
  const { why = scope } = scopes[scope] ?? {}
  const declared = (phone.appJson.permission as Record<string, { desc?: string }> | undefined)?.[scope]?.desc
  const allowed = await askPermission(phone, why, declared ?? '你的选择可以随时在设置里更改。')
  changeSettings(phone, { scopes: { ...readSettings(phone).scopes, [scope]: allowed } })
  if (!allowed) throw new WxFailure('auth deny', { errno: 103 })
}

/** The page of switches behind 右上角 … → 设置. */
export async function showSettings(phone: Phone): Promise<{ authSetting: Record<string, boolean> }> {
  await ask<void>(phone, {
    place: 'whole',
    label: '设置',
    draw({ add, button }, answer) {
      add('h3', 'title', '设置')
      const list = add('div', 'left')
      const row = (words: string, on: boolean, change: (on: boolean) => void) => {
        const label = phone.screen.document.createElement('label')
        const box = phone.screen.document.createElement('input')
        label.style.cssText =
          'display:flex;justify-content:space-between;padding:14px 0;border-bottom:1px solid #eee'
        box.type = 'checkbox'
        box.checked = on
        box.addEventListener('change', () => change(box.checked))
        label.append(words, box)
        list.append(label)
      }
      const settings = readSettings(phone)
      for (const [scope, { name }] of Object.entries(scopes)) {
        if (scope in settings.scopes) {
          row(name, settings.scopes[scope] ?? false, (on) =>
            changeSettings(phone, { scopes: { ...readSettings(phone).scopes, [scope]: on } }),
          )
        }
      }
      row('接收订阅消息', settings.subscriptions, (on) => changeSettings(phone, { subscriptions: on }))
      button(add('div', 'pair'), '返回', true, () => answer())
    },
  })
  return { authSetting: readSettings(phone).scopes }
}

/** 授权与设置 */
export const settings: WxFamily = (phone) => ({
  ...asynchronous({
    authorize: ({ scope }: { scope: string }) => {
      if (!scopes[scope]) throw new WxFailure('invalid scope')
      return requireScope(phone, scope)
    },
    getSetting: ({ withSubscriptions }: { withSubscriptions?: boolean }) => {
      const { scopes: authSetting, subscriptions, templates } = readSettings(phone)
      const subscriptionsSetting = { mainSwitch: subscriptions, itemSettings: templates }
      return { authSetting, ...(withSubscriptions ? { subscriptionsSetting } : {}) }
    },
    openSetting: () => showSettings(phone),
    openAppAuthorizeSetting: () => undefined,
  }),
  getAppAuthorizeSetting: () => ({
    albumAuthorized: 'authorized',
    bluetoothAuthorized: 'not determined',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    locationReducedAccuracy: false,
    microphoneAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
    notificationAlertAuthorized: 'authorized',
    notificationBadgeAuthorized: 'authorized',
    notificationSoundAuthorized: 'authorized',
    phoneCalendarAuthorized: 'not determined',
  }),
})
