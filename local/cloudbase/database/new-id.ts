import { randomBytes } from 'node:crypto'

/** An `_id` as the platform makes them: 32 hexadecimal digits, the first eight the seconds of its birth. */
export function newId(now: number): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0')
    .slice(-8)
  return seconds + randomBytes(12).toString('hex')
}
