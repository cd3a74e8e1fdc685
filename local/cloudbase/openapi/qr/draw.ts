import { PNG } from 'pngjs'

/** Light modules around a code, without which readers don't find it. */
const QUIET = 4

/** @param width of the picture, px. @returns a PNG, black on white. */
export function drawPng(modules: readonly (readonly boolean[])[], width: number): Buffer {
  const scale = Math.max(1, Math.floor(width / (modules.length + 2 * QUIET)))
  const margin = Math.floor((width - scale * modules.length) / 2)
  const png = new PNG({ width, height: width, colorType: 0 })
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dark = modules[Math.floor((y - margin) / scale)]?.[Math.floor((x - margin) / scale)] ?? false
      png.data.fill(dark ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 3)
      png.data[(y * width + x) * 4 + 3] = 255
    }
  }
  return PNG.sync.write(png, { colorType: 0 })
}
