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
    ['a number split by spaces', '电话138 1234 5678，晚上打', '电话［手机号］，晚上打'],
    ['a number split anyhow', '打 1 3 8.1234-56 78', '打 ［手机号］'],
    ['a number with +86', '号码+86 138 1234 5678', '号码［手机号］'],
    ['a number with 0086', '号码0086-13812345678', '号码［手机号］'],
    ['a number in full width', '电话１３８１２３４５６７８', '电话［手机号］'],
    ['a number in words', '打幺三八一二三四五六七八', '打［手机号］'],
    ['an identity number with X', '430102199003078X8，43010219900307888X', '430102199003078X8，［身份证号］'],
    ['an identity number in parts', '证号 430102 19900307 888x', '证号 ［身份证号］'],
    ['an old identity number', '证号430102900307888', '证号［身份证号］'],
    ['a passport', '护照E12345678', '护照［证件号］'],
    ['a new-energy plate', '湘AD12345和湘A·F12345、湘A12345D', '［车牌号］和［车牌号］、［车牌号］'],
    ['a plate in small letters, with gaps', '车牌湘a 12345，湘 A-8B8C8', '车牌［车牌号］，［车牌号］'],
    ['a plate that ends in a word', '湘A1234警、湘A1234学', '［车牌号］、［车牌号］'],
    ['a name of two letters before 先生', '欧阳先生、诸葛小明女士', '某先生、某女士'],
    ['a neighbour by name', '邻居王小明养了三条狗', '邻居［姓名］养了三条狗'],
    ['a neighbour as people call him', '楼上的老王，天天半夜拖椅子', '楼上的老某，天天半夜拖椅子'],
    ['a neighbour one is told of', '隔壁老王家漏水', '隔壁老某家漏水'],
    ['a flat with gaps', '3 栋 2 单元 501 室漏水', '［门牌住址］漏水'],
    ['a flat in words', '三栋二单元五零一', '［门牌住址］'],
    ['a flat in short', '住3-2-501', '住［门牌住址］'],
    ['a number in a lane', '紫藤巷12号门口', '紫藤巷［门牌住址］门口'],
    ['an address of mail', '写信到 a.b@example.com 吧', '写信到 ［邮箱］ 吧'],
  ])('has no %s', (_what, said, read) => {
    expect(mask(said, plain).text).toBe(read)
  })

  test.each([
    '路灯坏了三天，晚上很黑。',
    '人民路与高新大道路口的井盖松动。',
    '已于 6 月 3 日更换灯头 12 个，花费 20000000 元。',
    '请拨打 12345 咨询。',
    '2026-06-03 至 2026-06-05 停水，1.5 万户受影响。',
    '紫藤巷12号灯杆不亮，3 栋楼下积水。',
    '小区高空抛物，小学门口堵车，老金属厂冒烟。',
    '3 栋 2 单元的电梯坏了。',
    '办理编号 20260603-000123，收费 1,380.00 元。',
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
