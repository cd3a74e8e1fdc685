import type { Timestamp } from '../../../typings/contract/time'
import { localDate } from '../calendar/local-time'

/** No 0, O, 1, I, L: a number is read aloud over the phone. 31 is prime, so one wrong character or a swap always shows. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 20261121-7KQ2M9-F: date, random part, check character. No counter; a collision retries. */
export function ticketNumber(at: Timestamp, random: readonly number[]): string {
  const letters = random
    .slice(0, 6)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')
  const date = localDate(at).replaceAll('-', '')
  return `${date}-${letters}-${checkCharacter(date + letters)}`
}

export function isTicketNumber(text: string): boolean {
  const parts = /^(\d{8})-([2-9A-HJKMNP-Z]{6})-([2-9A-HJKMNP-Z])$/.exec(text.trim().toUpperCase())
  return parts !== null && checkCharacter(`${parts[1]}${parts[2]}`) === parts[3]
}

/** Weighted sum modulo 31 over the alphabet; digits outside the alphabet weigh as their own value. */
export function checkCharacter(text: string): string {
  const sum = [...text].reduce((total, character, i) => {
    const known = alphabet.indexOf(character)
    const value = known >= 0 ? known : 31 - 1 - Number(character)
    return total + value * (i + 1)
  }, 0)
  return alphabet[sum % alphabet.length] ?? ''
}
