import type { Phone } from '../runtime/phone'
import { askCloud } from './cloud-door'
import { WxFailure } from './family'
import { ask } from './prompt'
import { requirePrivacy } from './privacy'
import { changeSettings, readSettings } from './settings'

/**
 * What `<button open-type="getPhoneNumber">` does: asks, then a one-time code for the server (the emulator makes it).
 * @returns the event's detail, refusals included: the event tells of them too
 */
export async function getPhoneNumber(phone: Phone): Promise<Record<string, unknown>> {
  try {
    await requirePrivacy(phone, 'button.getPhoneNumber')
    const number = await askNumber(phone)
    if (number === null) throw new WxFailure('user deny')
    changeSettings(phone, { phoneNumber: number })
    const { code } = await askCloud<{ code: string }>(phone, 'POST', '/phone-codes', { phone: number })
    return { errMsg: 'getPhoneNumber:ok', code, encryptedData: '', iv: '' }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return {
      errMsg: `getPhoneNumber:fail ${error.message}`,
      ...(error instanceof WxFailure ? error.fields : {}),
    }
  }
}

function askNumber(phone: Phone): Promise<string | null> {
  return ask<string | null>(phone, {
    place: 'bottom',
    label: '申请获取并验证你的手机号',
    away: null,
    draw({ add, button }, answer) {
      add('div', 'head', '小程序 申请')
      add('h3', 'left', '获取并验证你的手机号')
      const left = add('div', 'left')
      const field = add('input', 'field', '', left) as HTMLInputElement
      field.type = 'tel'
      field.setAttribute('aria-label', '手机号')
      field.value = readSettings(phone).phoneNumber || '13800000000'
      add('p', 'left wx-prompt-small', '这部手机上可以改成任何 11 位号码;微信里是绑定的号码。')
      const pair = add('div', 'pair')
      button(pair, '不允许', false, () => answer(null))
      const allow = button(pair, '允许', true, () => answer(field.value))
      field.addEventListener('input', () => (allow.disabled = !/^1\d{10}$/.test(field.value)))
    },
  })
}
