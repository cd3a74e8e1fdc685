import { correction } from './reed-solomon'

/**
 * A QR code of one fixed shape: version 8 (49 modules a side), level L, byte mode, mask 0. Enough for a page and its
 * scene, and small enough to need no library. Source: ISO/IEC 18004.
 */
const SIZE = 49
const BLOCKS = 2
const DATA_CODEWORDS = 97
const CORRECTION_CODEWORDS = 24
const ALIGNMENT = [6, 24, 42] as const
/** Level L with mask 0, and version 8, each with its own check bits. */
const FORMAT_BITS = 0b111011111000100
const VERSION_BITS = 0b001000010110111100

/** Bytes of text that fit: the codewords less mode (4 bits) and length (8 bits), rounded down. */
const QR_BYTES_MAX = BLOCKS * DATA_CODEWORDS - 2

/** @returns rows of modules, true is dark. @throws RangeError when the text is too long. */
export function encodeQr(text: string): boolean[][] {
  const bytes = [...Buffer.from(text, 'utf8')]
  if (bytes.length > QR_BYTES_MAX)
    throw new RangeError(`A QR code of this shape holds ${QR_BYTES_MAX} bytes.`)
  const grid = new Grid()
  drawPatterns(grid)
  drawCodewords(grid, interleave(codewordsOf(bytes)))
  return grid.dark
}

class Grid {
  readonly dark = Array.from({ length: SIZE }, () => new Array<boolean>(SIZE).fill(false))
  /** Modules that carry no codewords. */
  readonly fixed = Array.from({ length: SIZE }, () => new Array<boolean>(SIZE).fill(false))

  fix(x: number, y: number, dark: boolean): void {
    const [row, mark] = [this.dark[y], this.fixed[y]]
    if (row === undefined || mark === undefined || x < 0 || x >= SIZE) return
    row[x] = dark
    mark[x] = true
  }
}

/** Mode 4 (bytes), the length, the bytes, then the two padding codewords in turn. */
function codewordsOf(bytes: readonly number[]): number[] {
  const nibbles = [
    4,
    bytes.length >> 4,
    bytes.length & 15,
    ...bytes.flatMap((byte) => [byte >> 4, byte & 15]),
    0,
  ]
  const codewords: number[] = []
  for (let at = 0; at < nibbles.length; at += 2)
    codewords.push(((nibbles[at] ?? 0) << 4) | (nibbles[at + 1] ?? 0))
  for (let pad = 0xec; codewords.length < BLOCKS * DATA_CODEWORDS; pad ^= 0xec ^ 0x11) codewords.push(pad)
  return codewords
}

function interleave(codewords: readonly number[]): number[] {
  const blocks = Array.from({ length: BLOCKS }, (_, n) =>
    codewords.slice(n * DATA_CODEWORDS, (n + 1) * DATA_CODEWORDS),
  )
  const checks = blocks.map((block) => correction(block, CORRECTION_CODEWORDS))
  const weave = (rows: number[][], length: number): number[] =>
    Array.from({ length }, (_, at) => rows.map((row) => row[at] as number)).flat()
  return [...weave(blocks, DATA_CODEWORDS), ...weave(checks, CORRECTION_CODEWORDS)]
}

function drawPatterns(grid: Grid): void {
  for (let n = 0; n < SIZE; n += 1) {
    grid.fix(n, 6, n % 2 === 0)
    grid.fix(6, n, n % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [SIZE - 4, 3],
    [3, SIZE - 4],
  ] as const)
    drawRings(grid, x, y, 4, [2, 4])
  for (const x of ALIGNMENT) {
    for (const y of ALIGNMENT) if (!underFinder(x, y)) drawRings(grid, x, y, 2, [1])
  }
  drawFormat(grid)
  for (let bit = 0; bit < 18; bit += 1) {
    const dark = ((VERSION_BITS >> bit) & 1) === 1
    const [along, across] = [SIZE - 11 + (bit % 3), Math.floor(bit / 3)]
    grid.fix(along, across, dark)
    grid.fix(across, along, dark)
  }
}

function underFinder(x: number, y: number): boolean {
  const last = ALIGNMENT[2]
  return (x === 6 && y === 6) || (x === last && y === 6) || (x === 6 && y === last)
}

/** Concentric squares around a centre; `light` are the rings left light. */
function drawRings(
  grid: Grid,
  centreX: number,
  centreY: number,
  radius: number,
  light: readonly number[],
): void {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      grid.fix(centreX + dx, centreY + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
    }
  }
}

function drawFormat(grid: Grid): void {
  const bit = (n: number): boolean => ((FORMAT_BITS >> n) & 1) === 1
  for (let n = 0; n < 15; n += 1) {
    const near = n < 6 ? n : n < 8 ? n + 1 : 14 - n
    if (n < 8) grid.fix(8, near, bit(n))
    else grid.fix(n === 8 ? 7 : near, 8, bit(n))
    if (n < 8) grid.fix(SIZE - 1 - n, 8, bit(n))
    else grid.fix(8, SIZE - 15 + n, bit(n))
  }
  grid.fix(8, SIZE - 8, true)
}

/** In columns of two from the right, up and down by turns, passing over what is fixed; mask 0 flips every other module. */
function drawCodewords(grid: Grid, codewords: readonly number[]): void {
  let at = 0
  for (let right = SIZE - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const upwards = ((right + 1) & 2) === 0
    for (let step = 0; step < SIZE; step += 1) {
      const y = upwards ? SIZE - 1 - step : step
      for (const x of [right, right - 1]) {
        if (grid.fixed[y]?.[x] !== false) continue
        const bit = ((codewords[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
        at += 1
        const row = grid.dark[y] as boolean[]
        row[x] = (bit === 1) !== ((x + y) % 2 === 0)
      }
    }
  }
}
