import { join } from 'node:path'
import type PdfDocument from 'pdfkit'
import { type Paper, paperOn } from './paper'

/** Beside the bundle of each function that draws: its assets.json names it (local/build/assets.ts). */
const fontFile = () => join(__dirname, 'NotoSansSC.ttf')

export interface PdfHead {
  title: string
  /** At the foot of every page, before the page number. */
  foot: string
  /** When it is made; ms UTC. */
  at: number
}

const margin = 56

/**
 * Draws an A4 file in Chinese; of the font only the characters used are in it. About 200 ms and 40 KB for two pages.
 * pdfkit is loaded by the first call, so that nobody else waits for it.
 */
export async function drawPdf(
  { title, foot, at }: PdfHead,
  draw: (paper: Paper) => void,
  font: string = fontFile(),
): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit')
  const document = new Pdf({
    size: 'A4',
    margins: { top: margin, right: margin, bottom: margin + 16, left: margin },
    bufferPages: true,
    // Without one pdfkit reads its own Latin fonts from files that a bundle has not.
    font: null as unknown as string,
    info: { Title: title, Producer: '', Creator: '', CreationDate: new Date(at) },
  })
  document.registerFont('text', font)
  document.font('text')
  const whole = collect(document)
  draw(paperOn(document, title))
  number(document, foot)
  document.end()
  return whole
}

function collect(document: InstanceType<typeof PdfDocument>): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
  })
}

/** Page numbers are known when all is drawn. */
function number(document: InstanceType<typeof PdfDocument>, foot: string) {
  const { count } = document.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page)
    // Text below the margin would begin a page of its own.
    document.page.margins.bottom = 0
    document.fontSize(9).fillColor('#566072')
    document.text(`${foot}    第 ${page + 1} 页，共 ${count} 页`, margin, document.page.height - margin, {
      width: document.page.width - 2 * margin,
      align: 'center',
      lineBreak: false,
    })
  }
}
