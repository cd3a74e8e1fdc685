/** What is to be drawn, as plain values, since a property of a component crosses from one thread to another. */
export type Drawing =
  | {
      /** Figures over time. A gap where there is nothing to divide by. */
      kind: 'lines'
      along: readonly string[]
      /** Ends the scale's words: `%`. */
      unit: string
      lines: readonly { name: string; values: readonly (number | null)[] }[]
    }
  | {
      /** Comparison: one bar a row, longest possible `most`, its words at the end. */
      kind: 'bars'
      most: number
      rows: readonly { name: string; value: number; words: string; tone?: Tone }[]
    }
  | {
      /** Counts by two things at once: place by hour. Darker is more. */
      kind: 'heat'
      across: readonly string[]
      down: readonly string[]
      /** `counts[row][column]`, as many rows as `down`. */
      counts: readonly (readonly number[])[]
    }

/** Colour that says the same as the words beside it. */
export type Tone = 'plain' | 'onTime' | 'dueSoon' | 'overdue'

/** Of a bar or a row of cells, px. */
export const rowHeight = ({ elder }: { elder: boolean }): number => (elder ? 44 : 34)

/** Height that the drawing wants, px: bars grow with their rows. */
export function heightOf(drawing: Drawing, elder: boolean): number {
  if (drawing.kind === 'lines') return elder ? 260 : 220
  const rows = drawing.kind === 'bars' ? drawing.rows : drawing.down
  return Math.max(1, rows.length) * rowHeight({ elder }) + (drawing.kind === 'bars' ? 8 : elder ? 30 : 26)
}
