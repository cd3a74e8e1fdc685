import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkParts } from '../../../cloudfunctions/domain/publication/check-parts'

test('nothing is checked where nothing is said', () => expect(checkParts('  ')).toEqual([]))

test('a short text is one part, and a long one loses nothing', () => {
  expect(checkParts('路灯不亮')).toEqual(['路灯不亮'])
  expect(checkParts('字'.repeat(2500))).toHaveLength(1)
  expect(checkParts('字'.repeat(2501))).toHaveLength(2)
})

test('wherever a word stands in however long a text, some part has it whole, and no part is too long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 9000 }), (before, after) => {
      const parts = checkParts(`${'😀'.repeat(before)}代开发票${'字'.repeat(after)}`)
      expect(parts.some((part) => part.includes('代开发票'))).toBe(true)
      expect(Math.max(...parts.map((part) => [...part].length))).toBeLessThanOrEqual(2500)
    }),
    { numRuns: 60 },
  )
})
