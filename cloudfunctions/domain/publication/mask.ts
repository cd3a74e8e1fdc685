import { leaks } from '../reply-check/reply-words'
import { accounts, doors, landlines, names, numbers, type Pattern } from './mask-patterns'

export interface Masking {
  /** Words hidden wherever they stand: what the caller said of themselves, and what the reviewer saw. */
  words: readonly string[]
  /** The caller's own text: a landline in it is somebody's, in a reply it is the office's. */
  ofCaller?: boolean
}

export interface Masked {
  text: string
  hidden: readonly { what: string; count: number }[]
}

/** In this order: what is longest and surest first. */
const patternsFor = (ofCaller: boolean): readonly Pattern[] => [
  ...accounts,
  ...numbers,
  ...leaks,
  ...doors,
  ...names,
  ...(ofCaller ? landlines : []),
]

/** Names, numbers, plates, ids and house numbers out of a text that everybody may read. Masking twice changes nothing. */
export function mask(text: string, { words, ofCaller = false }: Masking): Masked {
  const hidden = new Map<string, number>()
  let masked = narrow(text)
  const hide = ({ what, pattern, instead = `［${what}］` }: Pattern) => {
    masked = masked.replace(pattern, () => {
      hidden.set(what, (hidden.get(what) ?? 0) + 1)
      return instead
    })
  }
  for (const word of [...words].sort((a, b) => b.length - a.length))
    if (word.length > 0)
      hide({ what: '指定的字', pattern: new RegExp(escaped(word), 'g'), instead: '［隐去］' })
  for (const one of patternsFor(ofCaller)) hide(one)
  return { text: masked, hidden: [...hidden].map(([what, count]) => ({ what, count })) }
}

/** Full-width letters and digits, with which a number is written past every pattern, as plain ones. */
const narrow = (text: string) =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ＋]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
