import type PdfDocument from 'pdfkit'
import { wrapLines } from './wrap-lines'

/** What may be put on a paper, from top to bottom; pages turn by themselves. */
export interface Paper {
  heading(words: string): void
  /** A name at the left, what it is beside it. Nothing where that is empty. */
  entry(name: string, words: string): void
  text(words: string): void
  /** Small and grey: where something comes from. */
  remark(words: string): void
  /** @param widths shares of the line, summing to 1 */
  table(widths: readonly number[], head: readonly string[], rows: readonly (readonly string[])[]): void
}

type Document = InstanceType<typeof PdfDocument>

/** Points; `line` is from one line to the next. */
interface Style {
  size: number
  line: number
  colour: string
}

const ink = '#1d2433'
const soft = '#566072'
const rule = '#c9d1de'
const styles = {
  title: { size: 18, line: 28, colour: ink },
  heading: { size: 13, line: 22, colour: ink },
  text: { size: 10.5, line: 17, colour: ink },
  name: { size: 10.5, line: 17, colour: soft },
  cell: { size: 9, line: 14, colour: ink },
  small: { size: 9, line: 14, colour: soft },
} as const satisfies Record<string, Style>

const nameWidth = 84
const cellGap = 8

interface Column {
  words: string
  x: number
  width: number
  style: Style
}

/** Draws the title and answers the rest of the first page. */
export function paperOn(document: Document, title: string): Paper {
  const left = document.page.margins.left
  const width = document.page.width - left - document.page.margins.right
  const widthOf = characterWidths(document)
  let y = document.page.margins.top

  const turnPage = () => {
    document.addPage()
    y = document.page.margins.top
  }
  /** A heading never stands alone at the foot of a page. */
  const need = (height: number) => {
    if (y + height > document.page.height - document.page.margins.bottom) turnPage()
  }
  /** Columns beside each other, line by line, over as many pages as they take. */
  const draw = (columns: readonly Column[]) => {
    const wrapped = columns.map((column) => ({
      ...column,
      lines: wrapLines(column.words, column.width / column.style.size, widthOf),
    }))
    const height = Math.max(...columns.map(({ style }) => style.line))
    const count = Math.max(...wrapped.map(({ lines }) => lines.length))
    for (let index = 0; index < count; index += 1) {
      need(height)
      for (const { lines, x, style } of wrapped) {
        const words = lines[index]
        if (words)
          document.fontSize(style.size).fillColor(style.colour).text(words, x, y, { lineBreak: false })
      }
      y += height
    }
  }
  const whole = (words: string, style: Style) => draw([{ words, x: left, width, style }])
  const drawRule = () => {
    document
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .strokeColor(rule)
      .stroke()
    y += 5
  }

  whole(title, styles.title)
  y += 4

  return {
    heading(words) {
      y += 10
      need(70)
      whole(words, styles.heading)
      drawRule()
    },

    entry(name, words) {
      if (words === '') return
      draw([
        { words: name, x: left, width: nameWidth - cellGap, style: styles.name },
        { words, x: left + nameWidth, width: width - nameWidth, style: styles.text },
      ])
    },

    text(words) {
      whole(words, styles.text)
      y += 4
    },

    remark(words) {
      whole(words, styles.small)
      y += 2
    },

    table(widths, head, rows) {
      const row = (cells: readonly string[], style: Style) => {
        let x = left
        const columns = cells.map((words, index): Column => {
          const share = (widths[index] ?? 0) * width
          x += share
          return { words, x: x - share, width: share - cellGap, style }
        })
        need(style.line)
        draw(columns)
        y += 3
        drawRule()
      }
      row(head, styles.small)
      for (const cells of rows) row(cells, styles.cell)
    },
  }
}

/** In parts of the font's size; asked of the font once a character. */
function characterWidths(document: Document): (character: string) => number {
  const known = new Map<string, number>()
  return (character) => {
    const width = known.get(character)
    if (width !== undefined) return width
    const measured = document.fontSize(100).widthOfString(character) / 100
    known.set(character, measured)
    return measured
  }
}
