import { placeNames } from './place-names'
import { bareText, shingles } from './shingles'

/** Two texts that share half their shingles meet in a band with 94 %, at a third with 54 % (1 − (1 − s³)²⁰). */
const bands = 20
const rows = 3
/** A subject is short: two rows, so that one changed word does not hide it. */
const subjectBands = 4
const subjectRows = 2
/** In characters; who repeats a message repeats its beginning. */
const detailRead = 400
const mostPlaces = 4

export interface Described {
  subject?: string
  detail: string
  /** The place's own name as the caller gave it, where there is one. */
  address?: string
}

/**
 * What a ticket carries so that the same trouble finds it: at most 28 short keys, one multikey index. Tickets that share
 * a key are worth comparing (`sameTrouble`); a look-up costs as much as there are such tickets, however many are kept.
 */
export function signature({ subject = '', detail, address = '' }: Described): string[] {
  const keys = new Set<string>()
  const body = bareText(`${subject}${detail}`).slice(0, detailRead)
  for (const key of bandKeys('d', shingles(body), bands, rows)) keys.add(key)
  for (const key of bandKeys('s', shingles(bareText(subject)), subjectBands, subjectRows)) keys.add(key)
  for (const name of placeNames(`${address}，${subject}，${detail}`).slice(0, mostPlaces))
    keys.add(`p${name}`)
  return [...keys]
}

function bandKeys(kind: string, set: ReadonlySet<string>, count: number, height: number): string[] {
  if (set.size === 0) return []
  const least = new Uint32Array(count * height).fill(0xffffffff)
  for (const shingle of set) {
    const hash = hashOf(shingle)
    for (let n = 0; n < least.length; n++) {
      const permuted = mix(hash, n)
      if (permuted < least[n]!) least[n] = permuted
    }
  }
  return Array.from({ length: count }, (_, band) => {
    let joined = band + 1
    for (let row = 0; row < height; row++) joined = mix(joined ^ least[band * height + row]!, row + 7)
    return `${kind}${band.toString(36)}${joined.toString(36)}`
  })
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** One of many unlike orders of the same hashes (murmur3's finish over a salted hash). */
function mix(hash: number, salt: number): number {
  let mixed = hash ^ Math.imul(salt + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
