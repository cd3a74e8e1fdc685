import { bareFilm } from './bare-film'
import { big16, big32, joined, little32, wordAt } from './bytes'

/**
 * A photo or film without what the camera wrote beside the picture: place, time, owner, the small preview. How it is to
 * be turned stays. Nothing is drawn anew.
 *
 * @returns undefined where the format is unknown: then nobody can say what else is inside (HEIC, for one).
 */
export function bareOf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return bareJpeg(bytes)
  if (wordAt(bytes, 1, 3) === 'PNG') return barePng(bytes)
  if (wordAt(bytes, 0) === 'RIFF' && wordAt(bytes, 8) === 'WEBP') return bareWebp(bytes)
  return wordAt(bytes, 4) === 'ftyp' ? bareFilm(bytes) : undefined
}

const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda
const EXIF = 0xe1
const ICC = 0xe2
const ADOBE = 0xee
const COMMENT = 0xfe

/** Source: JPEG (ITU T.81) Annex B, Exif 2.32 §4.5. What follows the picture's end (a second picture, a film) is cut off. */
function bareJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let turn = 1
  for (let at = 2; at + 1 < bytes.length;) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END_OF_IMAGE) {
      kept.push(bytes.subarray(at, at + 2))
      return joined(turn > 1 ? [...kept.slice(0, 1), turnOnly(turn), ...kept.slice(1)] : kept)
    }
    const end = marker === START_OF_SCAN ? endOfScan(bytes, at) : at + 2 + big16(bytes, at + 2)
    if (end <= at + 3 || end > bytes.length) return undefined
    if (marker === EXIF) turn = Math.max(turn, turnIn(bytes.subarray(at + 4, end)))
    if (staysIn(marker, bytes, at)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

/** JFIF, colours and Adobe's transform are needed to draw it right; every other application's part and comment goes. */
function staysIn(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === ICC) return wordAt(bytes, at + 4) === 'ICC_'
  return marker === 0xe0 || marker === ADOBE || (marker !== COMMENT && (marker < 0xe0 || marker > 0xef))
}

/** The first marker after the compressed picture; FF00 and restart marks belong to it. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start + 2 + big16(bytes, start + 2); at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length + 1
}

const ORIENTATION = 0x0112

/** @param exif what follows a segment's length @returns 1 to 8; 1 is upright */
function turnIn(exif: Uint8Array): number {
  if (wordAt(exif, 0) !== 'Exif') return 1
  const view = new DataView(exif.buffer, exif.byteOffset + 6, Math.max(0, exif.length - 6))
  if (view.byteLength < 8) return 1
  const little = view.getUint16(0) === 0x4949
  const table = view.getUint32(4, little)
  if (table + 2 > view.byteLength) return 1
  const fields = view.getUint16(table, little)
  for (let n = 0; n < fields; n += 1) {
    const at = table + 2 + n * 12
    if (at + 12 > view.byteLength) return 1
    if (view.getUint16(at, little) !== ORIENTATION) continue
    const turn = view.getUint16(at + 8, little)
    return turn >= 1 && turn <= 8 ? turn : 1
  }
  return 1
}

/** An Exif part that says how to turn the picture and nothing else. */
function turnOnly(turn: number): Uint8Array {
  const head = [0xff, EXIF, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  const field = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from([...head, ...tiff, ...field])
}

const PNG_HEAD = 8
const pngLeaves = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

/** Source: PNG, third edition, §5 and §11.3. */
function barePng(bytes: Uint8Array): Uint8Array | undefined {
  const kept = [bytes.subarray(0, PNG_HEAD)]
  for (let at = PNG_HEAD; at + 12 <= bytes.length;) {
    const end = at + 12 + big32(bytes, at)
    if (end > bytes.length) return undefined
    const name = wordAt(bytes, at + 4)
    if (!pngLeaves.includes(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return undefined
}

const WEBP_HEAD = 12
/** Bits of VP8X that announce Exif and XMP. */
const announced = 0x08 | 0x04

/** Source: WebP Container Specification (RFC 9649). */
function bareWebp(bytes: Uint8Array): Uint8Array | undefined {
  const kept = [bytes.slice(0, WEBP_HEAD)]
  for (let at = WEBP_HEAD; at + 8 <= bytes.length;) {
    const size = little32(bytes, at + 4)
    const end = Math.min(at + 8 + size + (size % 2), bytes.length)
    if (at + 8 + size > bytes.length) return undefined
    const name = wordAt(bytes, at)
    const part = bytes.slice(at, end)
    if (name === 'VP8X') part[8] = (part[8] ?? 0) & ~announced
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(part)
    at = end
  }
  const whole = joined(kept)
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}
