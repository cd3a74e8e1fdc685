import type { Phone } from '../runtime/phone'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { ask } from './prompt'
import { changeSettings, readSettings } from './settings'

interface Resolution {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type Listener = (resolve: (resolution: Resolution) => void, event: { referrer: string }) => void

interface PrivacyState {
  listener?: Listener
  /** Ids of `<button open-type="agreePrivacyAuthorization">` that were tapped: no agreement without one. */
  tapped: Set<string>
  asking?: Promise<boolean>
}

const states = new WeakMap<Phone, PrivacyState>()

function stateOf(phone: Phone): PrivacyState {
  const known = states.get(phone)
  if (known) return known
  const made: PrivacyState = { tapped: new Set() }
  states.set(phone, made)
  return made
}

/**
 * Every interface that touches personal matters passes here: once agreed, silently; before, through the app's own
 * dialog (onNeedPrivacyAuthorization) or WeChat's.
 * @throws WxFailure privacy permission is not authorized
 */
export async function requirePrivacy(phone: Phone, referrer: string): Promise<void> {
  if (readSettings(phone).privacyAgreed) return
  const state = stateOf(phone)
  state.asking ??= consent(phone, state, referrer).finally(() => delete state.asking)
  if (!(await state.asking)) throw new WxFailure('privacy permission is not authorized', { errno: 104 })
  changeSettings(phone, { privacyAgreed: true })
}

/** A tap on the agreeing button is what WeChat records. */
export function agreePrivacy(phone: Phone, buttonId: string): void {
  stateOf(phone).tapped.add(buttonId)
  changeSettings(phone, { privacyAgreed: true })
}

function consent(phone: Phone, state: PrivacyState, referrer: string): Promise<boolean> {
  const { listener } = state
  if (!listener) return askConsent(phone)
  return new Promise((resolve) => {
    listener(
      ({ event, buttonId = '' }) => {
        if (event === 'exposureAuthorization') return
        const agreed = event === 'agree'
        if (agreed && !state.tapped.has(buttonId)) {
          phone.warn(
            `onNeedPrivacyAuthorization: no agreePrivacyAuthorization button "${buttonId}" was tapped`,
          )
        }
        resolve(agreed && state.tapped.has(buttonId))
      },
      { referrer },
    )
  })
}

const contractName = '《小程序用户隐私保护指引》'

function askConsent(phone: Phone): Promise<boolean> {
  return ask(phone, {
    place: 'bottom',
    label: '用户隐私保护提示',
    draw({ add, button }, answer) {
      add('h3', 'left', '用户隐私保护提示')
      add(
        'p',
        'left wx-prompt-small',
        `使用前请仔细阅读${contractName}。点击“同意”即表示你已阅读并同意其全部内容。若拒绝,将不能使用这项功能。`,
      )
      const pair = add('div', 'pair')
      button(pair, '拒绝', false, () => answer(false))
      button(pair, '同意', true, () => answer(true))
    },
  })
}

function showContract(phone: Phone): Promise<void> {
  return ask<void>(phone, {
    place: 'whole',
    label: contractName,
    draw({ add, button }, answer) {
      add('h3', 'title', contractName)
      add('p', 'left', '在微信里,这里是小程序管理后台填写的隐私保护指引全文。')
      button(add('div', 'pair'), '返回', true, () => answer())
    },
  })
}

/** 隐私授权 */
export const privacy: WxFamily = (phone) => ({
  ...asynchronous({
    getPrivacySetting: () => ({
      needAuthorization: !readSettings(phone).privacyAgreed,
      privacyContractName: contractName,
    }),
    requirePrivacyAuthorize: () => requirePrivacy(phone, 'requirePrivacyAuthorize'),
    openPrivacyContract: () => showContract(phone),
  }),
  onNeedPrivacyAuthorization: (listener: Listener) => {
    stateOf(phone).listener = listener
  },
})
