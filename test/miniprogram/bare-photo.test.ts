import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareOf } from '../../miniprogram/services/bare-photo'
import { exif, film, jpeg, owner, place, png, segment, webp } from '../support/photos'

const words = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1')
const bare = (bytes: Uint8Array) => bareOf(bytes) ?? new Uint8Array()

test.each([
  ['JPEG', jpeg(segment(0xe0, [1]), segment(0xe1, exif(1)), segment(0xfe, [...Buffer.from(owner)]))],
  ['PNG', png()],
  ['WebP', webp()],
  ['MP4', film()],
  ['QuickTime', film('qt  ')],
])('a %s tells no more where it was taken and whose it is', (_, bytes) => {
  expect(words(bytes)).toMatch(new RegExp(`${place}|${owner}`))
  expect(bareOf(bytes)).toBeDefined()
  expect(words(bareOf(bytes))).not.toMatch(new RegExp(`${place}|${owner}|Exif`))
})

describe('a JPEG', () => {
  test('keeps how it is to be turned, and nothing beside', () => {
    const turned = jpeg(segment(0xe1, exif(6)))
    expect(words(bareOf(turned))).not.toMatch(new RegExp(`${place}|${owner}`))
    expect(bareOf(bare(turned))).toEqual(bareOf(turned))
    // An upright one is all that differs: the part that says so is 36 bytes.
    expect(bare(turned)).toHaveLength(bare(jpeg(segment(0xe1, exif(1)))).length + 36)
  })

  test('loses what hangs behind its end, as the film of a living photo', () => {
    const living = Uint8Array.from([...jpeg(segment(0xe0, [1])), ...Buffer.from(place)])
    expect(bareOf(living)).toEqual(jpeg(segment(0xe0, [1])))
  })

  test('loses every note and keeps every part that draws it, in order', () => {
    const markers = fc.constantFrom(0xdb, 0xc4, 0xc0, 0xdd, 0xe0, 0xee, 0xe1, 0xe3, 0xec, 0xed, 0xef, 0xfe)
    const part = fc.tuple(markers, fc.array(fc.integer({ min: 0, max: 254 }), { maxLength: 30 }))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const notes = [0xe1, 0xe3, 0xec, 0xed, 0xef, 0xfe]
        const kept = parts.filter(([marker]) => !notes.includes(marker))
        const asBytes = (list: typeof parts) => jpeg(...list.map(([marker, body]) => segment(marker, body)))
        expect(bareOf(asBytes(parts))).toEqual(asBytes(kept))
      }),
    )
  })
})

test('a PNG and a WebP keep their picture and say rightly how long they are', () => {
  expect(words(bareOf(png()))).toMatch(/IHDR[^]*IDAT[^]*IEND/)
  const small = bare(webp())
  expect(words(small)).toContain('VP8 ')
  const view = new DataView(small.buffer)
  expect(view.getUint32(4, true)).toBe(small.length - 8)
  // Bits for Exif and XMP are off, the one for transparency is still on.
  expect(small[20]).toBe(0x20)
})

test('nothing in a film moves: its pictures are found by their place in the file', () => {
  const before = film()
  const after = bare(before)
  expect(after).toHaveLength(before.length)
  expect(words(after).indexOf('mdat')).toBe(words(before).indexOf('mdat'))
  expect(words(after)).toContain('tkhd')
})

test.each([
  ['an HEIC', film('heic')],
  ['a document', Uint8Array.from(Buffer.from('%PDF-1.7 '.repeat(4)))],
  ['an empty file', new Uint8Array()],
])('%s is not vouched for', (_, bytes) => expect(bareOf(bytes)).toBeUndefined())

test('a file that breaks off is refused, never read beyond its end', () => {
  const whole = jpeg(segment(0xe1, exif(6)), segment(0xe0, [1]))
  for (let length = 0; length < whole.length; length += 1)
    expect(bareOf(whole.subarray(0, length))).toBeUndefined()
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void bareOf(noise)))
})
