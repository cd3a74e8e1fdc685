import { big16, wordAt } from './bytes'
import { onChinasMaps, type Point } from './china-map'

const EXIF = 0xe1
const START_OF_SCAN = 0xda
const GPS_TABLE = 0x8825
const LATITUDE_REF = 1
const LATITUDE = 2
const LONGITUDE_REF = 3
const LONGITUDE = 4

/**
 * Where a JPEG was taken, as its camera wrote it down (Exif 2.32 §4.6.6), on WeChat's maps. Rounded to 5 places: a metre.
 *
 * @returns undefined where nothing is written, or nothing that can be read.
 */
export function pointIn(bytes: Uint8Array): Point | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN;) {
    const end = at + 2 + big16(bytes, at + 2)
    if (bytes[at + 1] === EXIF && wordAt(bytes, at + 4) === 'Exif')
      return inExif(bytes.subarray(at + 10, end))
    at = end
  }
  return undefined
}

function inExif(tiff: Uint8Array): Point | undefined {
  try {
    const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length)
    const little = view.getUint16(0) === 0x4949
    const gps = fieldsOf(view, view.getUint32(4, little), little).get(GPS_TABLE)
    if (gps === undefined) return undefined
    const fields = fieldsOf(view, view.getUint32(gps, little), little)
    const latitude = degrees(view, fields, { value: LATITUDE, ref: LATITUDE_REF, little })
    const longitude = degrees(view, fields, { value: LONGITUDE, ref: LONGITUDE_REF, little })
    // Cameras that have no fix write 0, 0.
    if (!latitude || !longitude || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
    return onChinasMaps({ latitude, longitude })
  } catch (error) {
    // An offset that points out of the part: written by something broken.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Of a table of fields: where each one's value, or the offset of its value, stands. */
function fieldsOf(view: DataView, table: number, little: boolean): Map<number, number> {
  const count = view.getUint16(table, little)
  const found = new Map<number, number>()
  for (let n = 0; n < count; n += 1) {
    const at = table + 2 + n * 12
    found.set(view.getUint16(at, little), at + 8)
  }
  return found
}

/** Three fractions, degrees, minutes and seconds; south and west are negative. */
function degrees(
  view: DataView,
  fields: ReadonlyMap<number, number>,
  { value, ref, little }: { value: number; ref: number; little: boolean },
): number | undefined {
  const [at, refAt] = [fields.get(value), fields.get(ref)]
  if (at === undefined || refAt === undefined) return undefined
  const first = view.getUint32(at, little)
  const part = (n: number) =>
    view.getUint32(first + n * 8, little) / (view.getUint32(first + n * 8 + 4, little) || 1)
  const sign = 'SW'.includes(String.fromCharCode(view.getUint8(refAt))) ? -1 : 1
  return sign * (part(0) + part(1) / 60 + part(2) / 3600)
}
