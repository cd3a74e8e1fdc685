import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxBetween, cover } from '../../miniprogram/staff/cover/covering'

const photo = { width: 1000, height: 800 }

/** A plate: black strokes on white, other strokes for another plate. */
function plate(strokes: readonly boolean[], width = 70, height = 20) {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at += 4) {
    const x = (at / 4) % width
    data.fill(strokes[Math.floor(x / 2) % strokes.length] ? 0 : 255, at, at + 3)
    data[at + 3] = 255
  }
  return { width, height, data }
}

test('of what is covered no more is left than a few blocks in a few shades, and nothing is seen through', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 35 }), (strokes) => {
      const pixels = plate(strokes)
      cover(pixels)
      const colours = new Set<number>()
      for (let at = 0; at < pixels.data.length; at += 4) {
        colours.add(pixels.data[at] ?? 0)
        if (pixels.data[at + 3] !== 255) colours.add(-1)
      }
      expect(colours.has(-1)).toBe(false)
      expect(colours.size).toBeLessThanOrEqual(9)
      // Within a block every pixel is the same: strokes are gone.
      expect(new Set([...pixels.data.slice(0, 5 * 4)].filter((_, at) => at % 4 === 0)).size).toBe(1)
    }),
    { numRuns: 30 },
  )
})

test('two plates with the same share of black in each block are the same once covered', () => {
  const [one, other] = [plate([true, false]), plate([false, true])]
  cover(one)
  cover(other)
  const differing = one.data.filter((value, at) => Math.abs(value - (other.data[at] ?? 0)) > 64).length
  expect(differing).toBe(0)
})

test.each([
  [
    'a stroke is a frame, whichever way it was drawn',
    { x: 300, y: 200 },
    { x: 100, y: 500 },
    [100, 200, 200, 300],
  ],
  ['a tap covers a square around it', { x: 500, y: 400 }, { x: 503, y: 401 }, [450, 350, 103, 101]],
  ['a frame ends at the photo’s edge', { x: 900, y: 700 }, { x: 1200, y: 900 }, [900, 700, 100, 100]],
])('%s', (_what, from, to, [left, top, width, height]) => {
  expect(boxBetween(from, to, photo)).toEqual({ left, top, width, height })
})

test('beside the photo there is nothing to cover', () => {
  expect(boxBetween({ x: 1200, y: 100 }, { x: 1400, y: 300 }, photo)).toBeUndefined()
})
