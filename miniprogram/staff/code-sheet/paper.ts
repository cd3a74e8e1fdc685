import type { PrintedCode } from '../../../typings/contract/printed-code'

/** One code as it stands on paper. */
export interface PaperCode {
  scene: string
  image: string
  place: string
  /** The building or thing, largest: whoever puts it up must not take the wrong one. */
  spot: string
  service: string
  label: string
}

export const paperCodeOf = ({ scene, image, place, service }: PrintedCode): PaperCode => {
  const spot = place?.address ?? ''
  return {
    scene,
    image: `data:image/png;base64,${image}`,
    place: place?.words ?? '',
    spot,
    service: service?.name ?? '',
    label: [place?.words, spot, service?.name].filter(Boolean).join(' '),
  }
}

/** Two beside each other, three below: each some 9 cm wide, read from arm's length. */
const columns = 2
const rows = 3
export const perSheet = columns * rows

/** A4 at 150 dots an inch. */
const paper = { width: 1240, height: 1754 }
const codeSize = 330

/** Draws codes on an A4 sheet and keeps it in the album, from where any printer takes it. @returns what became of it, in words */
export async function drawSheet(
  canvas: WechatMiniprogram.Canvas,
  codes: readonly PaperCode[],
): Promise<string> {
  try {
    const images = await Promise.all(codes.map(({ image }) => imageOf(canvas, image)))
    canvas.width = paper.width
    canvas.height = paper.height
    const pen = canvas.getContext('2d') as Pen
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, paper.width, paper.height)
    codes.forEach((code, index) => drawCode(pen, code, images[index], index))
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' })
    await wx.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return '已存到相册，是一张 A4 大小的图片，可以直接打印。'
  } catch {
    return '没有存上。请允许保存到相册，或者长按小程序码保存、截一张屏。'
  }
}

type Pen = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

const imageOf = (canvas: WechatMiniprogram.Canvas, src: string) =>
  new Promise<WechatMiniprogram.Image>((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('a code that cannot be drawn'))
    image.src = src
  })

function drawCode(pen: Pen, code: PaperCode, image: WechatMiniprogram.Image | undefined, index: number) {
  const cell = { width: paper.width / columns, height: paper.height / rows }
  const left = (index % columns) * cell.width
  const top = Math.floor(index / columns) * cell.height
  const middle = left + cell.width / 2
  pen.strokeStyle = '#c3cad6'
  pen.setLineDash([8, 8])
  pen.strokeRect(left, top, cell.width, cell.height)
  pen.textAlign = 'center'
  const write = (words: string, at: number, size: number, bold = false) => {
    pen.fillStyle = '#1d2433'
    pen.font = `${bold ? 'bold ' : ''}${size}px sans-serif`
    pen.fillText(words, middle, top + at, cell.width - 60)
  }
  write('民呼我应', 64, 40, true)
  if (code.spot) write(code.spot, 116, 38, true)
  write([code.place, code.service].filter(Boolean).join(' · '), code.spot ? 156 : 116, 26)
  if (image)
    pen.drawImage(
      image as unknown as Parameters<Pen['drawImage']>[0],
      middle - codeSize / 2,
      top + 168,
      codeSize,
      codeSize,
    )
  write('微信扫一扫，地点已填好，说一说发生了什么', 532, 26)
  write('紧急情况请直接拨打 110、119、120', 566, 22)
}
