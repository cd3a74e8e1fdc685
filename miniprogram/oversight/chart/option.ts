import type { EChartsCoreOption } from 'echarts/core'
import { type Drawing, rowHeight, type Tone } from './drawing'

/** What the person sees by: the page's look. */
export interface Sight {
  elder: boolean
  contrast: boolean
  /** Of the canvas, px: long names are cut to leave room for what they name. */
  width: number
}

/** The library's option for a drawing: words on the marks, no legend to be looked up, nothing that moves. */
export function optionOf(drawing: Drawing, sight: Sight): EChartsCoreOption {
  const ink = inkOf(sight)
  const size = sight.elder ? 16 : 12
  const common = { animation: false, textStyle: { color: ink.words, fontSize: size } }
  if (drawing.kind === 'lines') return { ...common, ...lines(drawing, ink, size) }
  if (drawing.kind === 'bars') return { ...common, ...bars(drawing, ink, size, sight.width) }
  return { ...common, ...heat(drawing, ink, size, sight) }
}

interface Ink {
  words: string
  soft: string
  rule: string
  tones: Record<Tone, string>
  /** Of several lines, in order; each also has a dash of its own. */
  lines: readonly string[]
  /** From few to many. */
  heat: readonly [string, string, string, string, string]
}

function inkOf({ contrast }: Sight): Ink {
  return {
    words: contrast ? '#000000' : '#1d2433',
    soft: contrast ? '#1f1f1f' : '#566072',
    rule: contrast ? '#767676' : '#dfe5ee',
    tones: contrast
      ? { plain: '#0037b3', onTime: '#00461f', dueSoon: '#6b2c00', overdue: '#8a0f06' }
      : { plain: '#1f5eff', onTime: '#1e9e5a', dueSoon: '#b45309', overdue: '#d92d20' },
    lines: contrast
      ? ['#0037b3', '#00461f', '#6b2c00', '#5b1a8b']
      : ['#1f5eff', '#0f6b3a', '#b45309', '#7a3bb8'],
    heat: ['#f0f4fc', '#c9d8fb', '#8eb0f9', '#4a7df5', '#123fb0'],
  }
}

const dashes = ['solid', 'dashed', 'dotted', [10, 4, 2, 4]] as const

function lines({ along, unit, lines: all }: Extract<Drawing, { kind: 'lines' }>, ink: Ink, size: number) {
  const axisWords = { color: ink.soft, fontSize: size }
  return {
    grid: { left: 4, right: 4, top: size + 6, bottom: 0, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...along],
      axisLabel: { ...axisWords, hideOverlap: true },
      axisLine: { lineStyle: { color: ink.rule } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: ({ min }: { min: number }) => (unit === '%' ? Math.max(0, Math.floor(min / 10) * 10 - 10) : 0),
      ...(unit === '%' && { max: 100 }),
      axisLabel: { ...axisWords, formatter: `{value}${unit}` },
      splitLine: { lineStyle: { color: ink.rule } },
      splitNumber: 3,
    },
    series: all.map(({ name, values }, index) => ({
      type: 'line',
      name,
      data: [...values],
      // A month that stands alone between gaps is a dot, or nobody would see it.
      showSymbol: true,
      symbolSize: 7,
      symbol: 'circle',
      connectNulls: false,
      lineStyle: { width: 2.5, color: ink.lines[index % 4], type: dashes[index % 4] },
      itemStyle: { color: ink.lines[index % 4] },
    })),
  }
}

function bars({ rows, most }: Extract<Drawing, { kind: 'bars' }>, ink: Ink, size: number, width: number) {
  // The words at the end of the longest bar must still fit.
  const wordsAtEnd = Math.max(0, ...rows.map(({ words }) => wide(words))) * size + 12
  const nameWidth = Math.min(
    Math.max(0, ...rows.map(({ name }) => wide(name))) * size + 4,
    Math.round(width * 0.38),
  )
  return {
    grid: { left: nameWidth + 8, right: wordsAtEnd, top: 0, bottom: 0 },
    xAxis: { type: 'value', show: false, min: 0, max: most > 0 ? most : 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: ink.words, fontSize: size, width: nameWidth, overflow: 'truncate', interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barWidth: '56%',
        data: rows.map(({ value, words, tone = 'plain' }) => ({
          value,
          itemStyle: { color: ink.tones[tone], borderRadius: 3 },
          label: { show: true, position: 'right', formatter: words.replace(/[{}]/g, ''), color: ink.words },
        })),
        label: { fontSize: size },
      },
    ],
  }
}

function heat(
  { across, down, counts }: Extract<Drawing, { kind: 'heat' }>,
  ink: Ink,
  size: number,
  sight: Sight,
) {
  const { width } = sight
  const most = Math.max(1, ...counts.flat())
  const nameWidth = Math.min(Math.max(0, ...down.map(wide)) * size + 4, Math.round(width * 0.28))
  // A number is written into a cell only where it has room.
  const cell = (width - nameWidth - 12) / Math.max(1, across.length)
  const labelled = cell >= size * 1.6
  return {
    grid: { left: nameWidth + 8, right: 4, top: 0, bottom: size + 14 },
    xAxis: {
      type: 'category',
      data: [...across],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: ink.soft, fontSize: size, hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...down],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: ink.words, fontSize: size, width: nameWidth, overflow: 'truncate', interval: 0 },
    },
    // The library's own heat map wants a second canvas beside the one it is given (6.1.0), which WeChat has not.
    series: [
      {
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [Math.max(2, cell - 2), rowHeight(sight) - 4],
        data: counts.flatMap((row, y) =>
          row.map((count, x) => ({
            value: [x, y, count],
            itemStyle: { color: ink.heat[shade(count, most)], opacity: 1 },
            label: {
              show: labelled && count > 0,
              formatter: String(count),
              fontSize: size - 1,
              color: shade(count, most) > 2 ? '#ffffff' : '#1d2433',
            },
          })),
        ),
      },
    ],
  }
}

/** 0 is no call at all; from 1 on in quarters of the most. */
const shade = (count: number, most: number) => (count === 0 ? 0 : Math.min(4, Math.ceil((count / most) * 4)))

/** In widths of a Chinese character; others are about half as wide. */
const wide = (text: string) =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2e80 ? 0.58 : 1), 0)
