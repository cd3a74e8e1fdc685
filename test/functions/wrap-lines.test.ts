import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapLines } from '../../cloudfunctions/platform/pdf/wrap-lines'

const widthOf = (character: string) => (/[\u0020-\u007e]/.test(character) ? 0.5 : 1)
const widthOfLine = (line: string) => [...line].reduce((sum, character) => sum + widthOf(character), 0)

test.each([
  ['breaks between any two Chinese characters', '路灯坏了三天', 4, ['路灯坏了', '三天']],
  ['keeps a mark with what it ends', '路灯坏了，三天', 4, ['路灯坏了，', '三天']],
  ['keeps a number together', '拨打12348咨询', 4, ['拨打', '12348咨', '询']],
  ['begins a line with a number that has a point', '90% 0.9/1', 3, ['90% ', '0.9/1']],
  ['cuts a word that is longer than a line', 'abcdefghij', 2, ['abcd', 'efgh', 'ij']],
  ['keeps the caller’s own lines', '一\n\n二', 4, ['一', '', '二']],
])('%s', (_, text, width, lines) => {
  expect(wrapLines(text, width, widthOf)).toEqual(lines)
})

test('loses no character but the blank at a line’s end, and no line is wider than one closing run', () => {
  const character = fc.constantFrom(...'路灯坏了，。”a1 -中x')
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), fc.integer({ min: 2, max: 12 }), (text, width) => {
      const lines = wrapLines(text.join(''), width, widthOf)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.join('').replaceAll(' ', ''))
      for (const line of lines) expect(widthOfLine(line.replace(/[，。”]+$/u, ''))).toBeLessThanOrEqual(width)
    }),
  )
})
