import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness } from '../../../cloudfunctions/domain/similarity/same-trouble'
import { signature } from '../../../cloudfunctions/domain/similarity/signature'
import { aTrouble, days, smoke } from './calls'

const shareAKey = (one: readonly string[], other: readonly string[]) => one.some((key) => other.includes(key))

test.each([
  ['the same text sent twice', aTrouble(), 'repeat'],
  ['the same text with another greeting', aTrouble({ detail: `尊敬的领导，您好！${smoke}谢谢。` }), 'repeat'],
  [
    'half of the text, years later',
    aTrouble({ detail: smoke.slice(0, 40), submittedAt: days(30_000) }),
    'repeat',
  ],
  [
    'a neighbour in other words, the same week',
    aTrouble({
      subject: '春晓花园烧烤店油烟问题',
      detail: '春晓花园楼下的烧烤摊太呛了，孩子天天咳嗽，希望管一管。',
      submittedAt: aTrouble().submittedAt + days(3),
    }),
    'sameTrouble',
  ],
  [
    'the same words of another estate',
    aTrouble({
      subject: '云梦家园电梯坏了',
      detail: '云梦家园二栋的电梯停了一个星期，老人上下楼很不方便。',
      path: ['district', 'street-2', 'community-9'],
    }),
    undefined,
  ],
  [
    'the same text about another community, no place named',
    aTrouble({
      subject: '楼下的油烟',
      detail: '楼下烧烤店每天把油烟直接排到窗口，熏得没法开窗',
      address: '',
      path: ['district', 'street-2', 'community-9'],
    }),
    undefined,
  ],
  [
    'another trouble at the same place',
    aTrouble({ subject: '路灯不亮', detail: '春晓花园门口的路灯坏了半个月，晚上看不清路。' }),
    undefined,
  ],
])('%s', (_, other, kind) => {
  expect(
    likeness(aTrouble({ serviceCode: 'smoke' }), { ...other, serviceCode: kind ? 'smoke' : 'other' }).kind,
  ).toBe(kind)
})

test('says why, in words the desk understands', () => {
  const { because } = likeness(aTrouble(), aTrouble({ submittedAt: aTrouble().submittedAt + days(2) }))
  expect(because.map(({ said }) => said)).toEqual([
    '文字大部分相同',
    '都提到“春晓花园”',
    '在同一社区（村）',
    '相隔 2 天',
  ])
})

test('a year between two calls in other words makes them two troubles', () => {
  const neighbour = aTrouble({
    subject: '春晓花园烧烤店油烟问题',
    detail: '春晓花园楼下的烧烤摊太呛了，孩子天天咳嗽，希望管一管。',
  })
  const near = likeness(aTrouble(), neighbour).score
  const far = likeness(aTrouble(), { ...neighbour, submittedAt: neighbour.submittedAt + days(365) }).score
  expect(far).toBeLessThan(near)
})

const texts = fc.array(fc.constantFrom(...'路灯坏了请修一下小区门口的水管漏水没人管噪音'), {
  minLength: 0,
  maxLength: 60,
})
const troubles = fc
  .tuple(texts, texts)
  .map(([subject, detail]) => aTrouble({ subject: subject.join(''), detail: detail.join('') }))

test('likeness is symmetric and lies between 0 and 1', () => {
  fc.assert(
    fc.property(troubles, troubles, (one, other) => {
      const { score, kind } = likeness(one, other)
      expect(likeness(other, one)).toMatchObject({ score, ...(kind && { kind }) })
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }),
  )
})

test('the same text always meets itself in the index, whatever its punctuation', () => {
  fc.assert(
    fc.property(texts, (characters) => {
      const detail = characters.join('')
      const spaced = characters.join('， ')
      expect(signature({ detail: spaced }).filter((key) => !key.startsWith('p'))).toEqual(
        signature({ detail }).filter((key) => !key.startsWith('p')),
      )
    }),
  )
})

test('a text with a few changed words still meets its original', () => {
  const changed = smoke.replace('烧烤店', '烤肉店').replace('多次', '好几次')
  expect(shareAKey(signature({ detail: smoke }), signature({ detail: changed }))).toBe(true)
})

test('two strangers share no key', () => {
  expect(
    shareAKey(
      signature({ subject: '咨询社保转移', detail: '外省的养老保险怎么转回来，需要带什么材料。' }),
      signature({ subject: '路灯不亮', detail: smoke }),
    ),
  ).toBe(false)
})

test('a ticket never carries more than 28 keys', () => {
  fc.assert(
    fc.property(troubles, (trouble) => {
      expect(
        signature({ ...trouble, address: '东风路12号，光明小区，新华中学，湖滨公园' }).length,
      ).toBeLessThanOrEqual(28)
    }),
  )
})
