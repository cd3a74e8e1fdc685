import type { MessageText } from '../suggest-service'

/** Body: subject and detail together. Subject: people name the matter there. Addressee: 王局长 tells the office. */
export const part = { body: 0, subject: 1, addressee: 2 } as const
type Part = (typeof part)[keyof typeof part]

/** In characters. The longest texts repeat themselves; the work for one message stays bounded. */
const read = { subject: 200, detail: 3000, addressee: 40 }
/** Of an occurrence in the subject, in the body's count. Chosen by cross-validation (docs/brains.md). */
const subjectTimes = 3
const longest = 3
const gap = 35

/**
 * Told of every run of one to three characters.
 * @param whole how much it counts for subject and detail taken together
 * @param own how much it counts for its part alone (the detail, the subject)
 * @param text the plain text it was read from, with `at` and `length` in UTF-16 units
 */
export type Visit = (
  key: number,
  from: Part,
  whole: number,
  own: number,
  text: string,
  at: number,
  length: number,
) => void

/** Every gram of a message, one call an occurrence. Keys are 28-bit hashes: no table of strings is needed. */
export function visitGrams(message: MessageText, visit: Visit): void {
  const subject = plainText((message.subject ?? '').slice(0, read.subject))
  const detail = plainText(message.detail.slice(0, read.detail))
  visitRuns(subject, part.body, subjectTimes, 0, visit)
  visitRuns(subject, part.subject, 1, 1, visit)
  visitRuns(detail, part.body, 1, 1, visit)
  for (const title of addressees(`${detail.slice(0, read.addressee)}#${subject}`)) {
    visit(keyOf(part.addressee, title, 0, title.length), part.addressee, 1, 1, title, 0, title.length)
  }
}

/**
 * Case, width and spaces don't matter (some texts come word by word); numbers are all one, coded places (A3区) too, so
 * that nothing is learnt from house numbers; whatever isn't a letter or a digit is '#', which no gram crosses.
 * One pass by hand: it is half of what a message costs, and regular expressions cost thrice as much.
 */
export function plainText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase()
  const plain = new Uint16Array(folded.length)
  let size = 0
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    const last = size === 0 ? gap - 1 : plain[size - 1]!
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      if ((unit === 0x5e02 || unit === 0x533a || unit === 0x53bf) && size > 0) size = maskPlace(plain, size)
      plain[size++] = unit
    } else if (unit >= zero && unit <= zero + 9) {
      if (last !== zero) plain[size++] = zero
    } else if (unit >= 0x61 && unit <= 0x7a) {
      plain[size++] = unit
    } else if (!isSpace(unit)) {
      if (isLetter(folded, at)) plain[size++] = unit
      else if (last !== gap) plain[size++] = gap
    }
  }
  return String.fromCharCode.apply(null, plain.subarray(0, size) as unknown as number[])
}

/** A letter, or a letter and a number, before 市, 区 or 县 becomes 'A'. */
function maskPlace(plain: Uint16Array, size: number): number {
  const end = plain[size - 1] === zero ? size - 1 : size
  const unit = end === 0 ? 0 : plain[end - 1]!
  if (unit < 0x61 || unit > 0x7a) return size
  plain[end - 1] = 0x41
  return end
}

const zero = 0x30
const isSpace = (unit: number): boolean =>
  unit <= 0x20 || unit === 0xa0 || /\s/.test(String.fromCharCode(unit))
/** Rare ones: other alphabets, and halves of characters beyond the first plane. */
const isLetter = (text: string, at: number): boolean =>
  text.charCodeAt(at) > 0x7f && /[\p{L}\p{N}]/u.test(text[at]!)

function visitRuns(text: string, from: Part, whole: number, own: number, visit: Visit) {
  for (let at = 0; at < text.length; at++) {
    for (let length = 1; length <= longest && at + length <= text.length; length++) {
      if (text.charCodeAt(at + length - 1) === gap) break
      visit(keyOf(from, text, at, length), from, whole, own, text, at, length)
    }
  }
}

const addressees = (opening: string): Iterable<string> => {
  const titles = opening.match(/[一-龥]?(?:厅长|局长|主任|县长|市长|书记|区长|省长|院长|校长|所长|镇长)/g)
  return new Set(titles ?? [])
}

/** Of a part and its characters, mixed as murmur3 does; 28 bits, so that sorted keys lie two bytes apart. */
function keyOf(from: Part, text: string, at: number, length: number): number {
  let hash = Math.imul(from + 1, 0x9e3779b1) ^ length
  for (let n = 0; n < length; n++) {
    hash = Math.imul(hash ^ text.charCodeAt(at + n), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  hash = Math.imul(hash, 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) >>> 4
}
