/** Never at the beginning of a line (避头). */
const closing = /^[，。、；：！？）》”’」』】…,.;:!?)\]%]$/u

/** A Latin word or a number with its signs, or one character. */
const pieces = /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}.:/_-]*|[\s\S]/gu

/**
 * Breaks Chinese text into lines. pdfkit's own breaking shapes each word several times, which takes seconds for a page of
 * Chinese; widths of single characters are enough, since Chinese has no kerning.
 *
 * @param widthOf of one character, in the unit of `width`
 */
export function wrapLines(text: string, width: number, widthOf: (character: string) => number): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf))
}

function wrapParagraph(text: string, width: number, widthOf: (character: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of text.match(pieces) ?? []) {
    const needed = measure(piece, widthOf)
    if (used + needed > width && line !== '' && !closing.test(piece)) {
      lines.push(line)
      line = ''
      used = 0
      if (piece === ' ') continue
    }
    if (needed > width) {
      // A word longer than a line, such as an address of the web, is cut where the line ends.
      for (const character of piece) {
        const one = widthOf(character)
        if (used + one > width) {
          lines.push(line)
          line = ''
          used = 0
        }
        line += character
        used += one
      }
      continue
    }
    line += piece
    used += needed
  }
  return [...lines, line]
}

function measure(piece: string, widthOf: (character: string) => number): number {
  let width = 0
  for (const character of piece) width += widthOf(character)
  return width
}
