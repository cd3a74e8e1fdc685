/** A rectangle on the photo, in the photo's own pixels. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Across the shorter side of what is covered. More would let somebody read a plate out of the blocks again. */
const blocksAcross = 4
/** Brightness is told in so many steps only, for the same reason. */
const step = 32
const channels = 4

/** Pixels as a canvas gives them: red, green, blue, opacity. */
interface Pixels {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Makes one colour of each block, for good: what stood there can't be computed back. Changes the pixels themselves. */
export function cover({ width, height, data }: Pixels): void {
  const size = Math.max(1, Math.ceil(Math.min(width, height) / blocksAcross))
  for (let top = 0; top < height; top += size)
    for (let left = 0; left < width; left += size) {
      const box = {
        left,
        top,
        width: Math.min(size, width - left),
        height: Math.min(size, height - top),
      }
      for (let channel = 0; channel < channels - 1; channel += 1) flatten(data, width, box, channel)
    }
}

function flatten(data: Uint8ClampedArray, across: number, box: Box, channel: number) {
  const places: number[] = []
  for (let y = box.top; y < box.top + box.height; y += 1)
    for (let x = box.left; x < box.left + box.width; x += 1)
      places.push((y * across + x) * channels + channel)
  const mean = places.reduce((sum, place) => sum + (data[place] ?? 0), 0) / places.length
  const told = Math.min(255, Math.round(mean / step) * step)
  for (const place of places) data[place] = told
}

/** Shorter than this share of the photo's longer side, a stroke is a tap: it covers a square around it. */
const tapShare = 0.02
const squareShare = 0.1

interface Point {
  x: number
  y: number
}

/** What a finger or mouse drew from one point to another, within the photo; undefined where it lies beside it. */
export function boxBetween(
  from: Point,
  to: Point,
  { width, height }: { width: number; height: number },
): Box | undefined {
  const longer = Math.max(width, height)
  const isTap = Math.max(Math.abs(from.x - to.x), Math.abs(from.y - to.y)) < longer * tapShare
  const half = isTap ? (longer * squareShare) / 2 : 0
  const left = Math.max(0, Math.floor(Math.min(from.x, to.x) - half))
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y) - half))
  const right = Math.min(width, Math.ceil(Math.max(from.x, to.x) + half))
  const bottom = Math.min(height, Math.ceil(Math.max(from.y, to.y) + half))
  return right - left > 1 && bottom - top > 1
    ? { left, top, width: right - left, height: bottom - top }
    : undefined
}
