/** What stands on the picture, top to bottom. */
export interface ReceiptLines {
  title: string
  /** Name and value. */
  rows: readonly (readonly [string, string])[]
  code: string
  foot: string
}

const width = 640
const margin = 40
const ink = '#1d2433'
const soft = '#566072'

/**
 * Draws the receipt and keeps it in the phone's album. @param canvas a `<canvas type="2d">` of the page
 * @returns what became of it, in words
 */
export async function savePicture(
  canvas: WechatMiniprogram.Canvas,
  lines: ReceiptLines,
): Promise<'已存到相册。' | '没有存上。请允许保存到相册，或者抄下来、截一张屏。'> {
  draw(canvas, lines)
  try {
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' })
    await wx.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return '已存到相册。'
  } catch {
    return '没有存上。请允许保存到相册，或者抄下来、截一张屏。'
  }
}

function draw(canvas: WechatMiniprogram.Canvas, { title, rows, code, foot }: ReceiptLines) {
  canvas.width = width
  canvas.height = 200 + rows.length * 88 + (code ? 150 : 0) + 90
  const pen = canvas.getContext('2d') as WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, canvas.height)
  const write = (words: string, at: number, { size = 28, colour = ink, bold = false } = {}) => {
    pen.fillStyle = colour
    pen.font = `${bold ? 'bold ' : ''}${size}px sans-serif`
    pen.fillText(words, margin, at, width - 2 * margin)
  }
  write('民呼我应 · 收据', 70, { colour: soft })
  write(title, 130, { size: 40, bold: true })
  let at = 200
  for (const [name, value] of rows) {
    write(name, at, { size: 24, colour: soft })
    write(value, at + 38)
    at += 88
  }
  if (code) {
    write('查询码（凭它查进展、补充、评价，不要给别人看）', at, { size: 24, colour: soft })
    write(code, at + 60, { size: 48, bold: true })
    at += 150
  }
  write(foot, at, { size: 24, colour: soft })
}
