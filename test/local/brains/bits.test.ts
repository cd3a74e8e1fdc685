import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BitReader } from '../../../cloudfunctions/domain/routing/text/bit-reader'
import { BitWriter } from '../../../local/brains/bit-writer'

const number = fc
  .integer({ min: 1, max: 18 })
  .chain((width) => fc.record({ width: fc.constant(width), value: fc.nat({ max: 2 ** width - 1 }) }))

test('numbers of any width are read as they were written, and JSON escapes none of their characters', () => {
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const writer = new BitWriter()
      for (const { value, width } of numbers) writer.write(value, width)
      const text = writer.toText()
      expect(JSON.stringify(text)).toBe(`"${text}"`)
      const reader = new BitReader(text)
      expect(numbers.map(({ width }) => reader.read(width))).toEqual(numbers.map(({ value }) => value))
    }),
  )
})

test('gaps of any size are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100_000 })), (gaps) => {
      const writer = new BitWriter()
      for (const gap of gaps) writer.writeGap(gap, 12)
      const reader = new BitReader(writer.toText())
      expect(gaps.map(() => reader.readGap(12))).toEqual(gaps)
    }),
  )
})
