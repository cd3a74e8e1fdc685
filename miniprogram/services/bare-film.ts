import { big32, wordAt } from './bytes'

const films = [
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'mp41',
  'mp42',
  'avc1',
  'M4V ',
  'qt  ',
  '3gp4',
  '3gp5',
  'MSNV',
]
/** Boxes that hold others, and those that tell of place, time, owner and device. */
const holders = ['moov', 'trak', 'moof', 'traf']
const telling = ['udta', 'meta', 'uuid']

/**
 * An MP4 or QuickTime film with its notes blanked where they stand: nothing moves, so every offset stays right.
 * Source: ISO/IEC 14496-12 §4.2, §8.10; QuickTime File Format (©xyz and the location in meta).
 */
export function bareFilm(bytes: Uint8Array): Uint8Array | undefined {
  if (!films.includes(wordAt(bytes, 8))) return undefined
  const film = bytes.slice()
  return blank(film, 0, film.length) ? film : undefined
}

function blank(film: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at + 8 <= to;) {
    const name = wordAt(film, at + 4)
    const size = sizeOf(film, at, to)
    const inside = at + (big32(film, at) === 1 ? 16 : 8)
    if (at + size < inside || at + size > to) return false
    if (telling.includes(name)) {
      film.set([0x66, 0x72, 0x65, 0x65], at + 4) // free
      film.fill(0, inside, at + size)
    } else if (holders.includes(name) && !blank(film, inside, at + size)) return false
    at += size
  }
  return true
}

/** 0 reaches to the end; 1 says that eight bytes after the name hold it. */
function sizeOf(film: Uint8Array, at: number, to: number): number {
  const size = big32(film, at)
  if (size === 0) return to - at
  return size === 1 ? big32(film, at + 8) * 2 ** 32 + big32(film, at + 12) : size
}
