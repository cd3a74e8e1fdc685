/** Arithmetic of GF(256) with the polynomial 0x11D, as QR codes use it. Source: ISO/IEC 18004, annex A. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    if ((b >>> bit) & 1) product ^= a
  }
  return product & 0xff
}

/** @returns `count` error correction codewords for these data codewords. */
export function correction(codewords: readonly number[], count: number): number[] {
  const divisor = generator(count)
  let rest: number[] = new Array<number>(count).fill(0)
  for (const codeword of codewords) {
    const factor = codeword ^ (rest[0] as number)
    rest = [...rest.slice(1), 0].map((value, at) => value ^ multiply(divisor[at] as number, factor))
  }
  return rest
}

/** Coefficients of (x - 2^0)(x - 2^1)…, highest first, without the leading 1. */
function generator(degree: number): number[] {
  let coefficients: number[] = [...new Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let n = 0; n < degree; n += 1) {
    coefficients = coefficients.map((value, at) => multiply(value, root) ^ (coefficients[at + 1] ?? 0))
    root = multiply(root, 2)
  }
  return coefficients
}
