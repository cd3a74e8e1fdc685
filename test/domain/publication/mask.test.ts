import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mask } from '../../../cloudfunctions/domain/publication/mask'

const plain = { words: [] }

describe('what everybody may read', () => {
  test.each([
    ['a mobile number', '请打 138-1234-5678 找我', '请打 ［手机号］ 找我'],
    ['an identity number', '身份证 430102199003078888 的人', '身份证 ［身份证号］ 的人'],
    ['a plate', '湘A·12345 停在消防通道', '［车牌号］ 停在消防通道'],
    ['a name with a title', '楼上的王小明先生和李女士', '楼上的某先生和某女士'],
    ['a name that is said', '我叫张小红，住在隔壁', '我叫［姓名］，住在隔壁'],
    ['a house number', '3栋2单元501室漏水', '［门牌住址］漏水'],
    ['an account', '加我微信：abc_12345', '加我［微信或QQ号］'],
    ['an address of mail', '写信到 a.b@example.com 吧', '写信到 ［邮箱］ 吧'],
  ])('has no %s', (_what, said, read) => {
    expect(mask(said, plain).text).toBe(read)
  })

  test.each([
    '路灯坏了三天，晚上很黑。',
    '人民路与高新大道路口的井盖松动。',
    '已于 6 月 3 日更换灯头 12 个，花费 20000000 元。',
    '请拨打 12345 咨询。',
  ])('keeps what names nobody: %s', (said) => {
    expect(mask(said, { words: [], ofCaller: true })).toEqual({ text: said, hidden: [] })
  })

  test('a landline is somebody’s in a call and the office’s in a reply', () => {
    expect(mask('家里电话 0731-8888666', { words: [], ofCaller: true }).text).toBe('家里电话 ［电话］')
    expect(mask('咨询电话 0731-8888666', plain).text).toBe('咨询电话 0731-8888666')
  })

  test('words that the reviewer saw go, the longest first, and are counted', () => {
    const masked = mask('小卖部的陈三和陈三家的狗', { words: ['陈三', '陈三家的狗'] })
    expect(masked).toEqual({ text: '小卖部的［隐去］和［隐去］', hidden: [{ what: '指定的字', count: 2 }] })
  })
})

const digit = fc.constantFrom(...'0123456789')
const digits = (length: number) =>
  fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''))
const han = fc
  .array(fc.constantFrom(...'路灯坏了三天在小区门口请来看看'), { maxLength: 12 })
  .map((all) => all.join(''))
const secret = fc.oneof(
  digits(9).map((rest) => `13${rest}`),
  fc.tuple(digits(3), digits(2)).map(([last]) => `43010219900307${last}X`),
  digits(5).map((rest) => `湘A${rest}`),
)

test('a number is found wherever it stands, and masking twice changes nothing', () => {
  fc.assert(
    fc.property(han, secret, han, (before, number, after) => {
      const once = mask(`${before}${number}${after}`, { words: [], ofCaller: true }).text
      expect(once).not.toContain(number)
      expect(mask(once, { words: [], ofCaller: true }).text).toBe(once)
    }),
  )
})
