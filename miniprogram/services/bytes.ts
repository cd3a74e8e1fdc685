/** Reading numbers and names out of files. */
export const wordAt = (bytes: Uint8Array, at: number, length = 4): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

export const big16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

export const big32 = (bytes: Uint8Array, at: number): number =>
  big16(bytes, at) * 0x10000 + big16(bytes, at + 2)

export const little32 = (bytes: Uint8Array, at: number): number =>
  [3, 2, 1, 0].reduce((sum, n) => sum * 256 + (bytes[at + n] ?? 0), 0)

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
