import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, visitGrams } from '../../../cloudfunctions/domain/routing/text/message-grams'

const gramsOf = (subject: string, detail: string) => {
  const seen: string[] = []
  visitGrams({ subject, detail }, (_key, from, whole, own, text, at, length) =>
    seen.push(`${from} ${text.slice(at, at + length)} ${whole} ${own}`),
  )
  return seen
}

test.each([
  ['ＡＢＣ路 12号', 'abc路0号'],
  ['A3区 春晓 花园', 'A区春晓花园'],
  ['电话：0571-88888888！', '电话#0#0#'],
  ['', ''],
])('%s is read as %s', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})

test('a text that comes word by word is read as if it were written on', () => {
  expect(gramsOf('', '路灯 坏 了')).toEqual(gramsOf('', '路灯坏了'))
})

test('no gram crosses a comma', () => {
  expect(gramsOf('', '路灯，坏了').map((gram) => gram.split(' ')[1])).not.toContain('灯#坏')
  expect(gramsOf('', '路灯，坏了')).toEqual([...gramsOf('', '路灯'), ...gramsOf('', '坏了')])
})

test('the subject counts thrice in the body, and once for itself', () => {
  expect(gramsOf('灯', '')).toEqual(['0 灯 3 0', '1 灯 1 1'])
  expect(gramsOf('', '灯')).toEqual(['0 灯 1 1'])
})

test('whom it is addressed to is a gram of its own', () => {
  expect(gramsOf('', '王局长您好').some((gram) => gram.startsWith('2 王局长'))).toBe(true)
})

test('the same gram has the same key wherever it stands, and another in another part', () => {
  const keys = new Map<string, Set<number>>()
  const note = (message: { subject: string; detail: string }) =>
    visitGrams(message, (key, from, _whole, _own, text, at, length) => {
      const name = `${from}${text.slice(at, at + length)}`
      keys.set(name, (keys.get(name) ?? new Set<number>()).add(key))
    })
  note({ subject: '路灯坏了', detail: '门口的路灯坏了，路灯不亮' })
  note({ subject: '', detail: '路灯坏了' })
  for (const own of keys.values()) expect(own.size).toBe(1)
  const all = [...keys.values()].flatMap((own) => [...own])
  expect(new Set(all).size).toBe(all.length)
})

test('the work for a message is bounded, however long it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3_000, max: 30_000 }), (length) => {
      expect(gramsOf('', '灯'.repeat(length)).length).toBe(3_000 * 3 - 3)
    }),
    { numRuns: 5 },
  )
})
