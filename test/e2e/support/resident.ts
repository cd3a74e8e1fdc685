import type { TestPhone } from './phone'

interface Call {
  words: string
  secrecy?: '实名' | '保密' | '匿名'
  telephone?: string
  /** What the phone must say the words sound like before anything is sent. */
  sounds?: string
}

/** A resident's hands: fills the form as far as the last button, which each test presses itself. */
export async function writeCall(
  phone: TestPhone,
  { words, secrecy, sounds, telephone = '13800000000' }: Call,
) {
  await phone.open('/pages/submit/submit')
  await phone.fill('.words', words)
  // Who has called before starts at their last place.
  if ((await phone.all('.places >>> .open')).length > 0) await choosePlace(phone)
  if (secrecy) await phone.tap('.secrecies .chip', secrecy)
  if (secrecy !== '匿名') await phone.fill('.phone', telephone)
  if (sounds) await phone.see('.services .chip-on', sounds)
}

/** Street, community, landmark: the first of each. */
export async function choosePlace(phone: TestPhone) {
  await phone.tap('.places >>> .open')
  await phone.tap('.places >>> .chip', '桂桥街道')
  await phone.tap('.places >>> .chip', '社区')
  await phone.tap('.places >>> .chip', '公交站')
  await phone.see('.places >>> .said', '桂桥街道')
}

/** Vant's buttons listen inside themselves. */
export const press = (phone: TestPhone, selector: string) => phone.tap(`${selector} >>> .van-button`)

export async function submitCall(phone: TestPhone, call: Call) {
  await writeCall(phone, call)
  await press(phone, '.send')
  await phone.see('.title', '已收到')
}
