/// <reference types="miniprogram-api-typings" />
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundleCharts, chartLibrary } from '../../local/build/charts'
import type { Drawing } from '../../miniprogram/oversight/chart/drawing'
import type { init as Init } from '../../miniprogram/oversight/chart/echarts'
import { optionOf } from '../../miniprogram/oversight/chart/option'

const library = readFileSync(chartLibrary, 'utf8')

test('the chart library that lies in the subpackage is what the build makes, and small enough for it', async () => {
  expect(await bundleCharts()).toBe(library)
  expect(Buffer.byteLength(library)).toBeLessThan(500 * 1024)
})

describe('drawn where there is neither document nor window, as in WeChat', () => {
  let init: typeof Init
  beforeAll(() => {
    const module = { exports: {} as { init: typeof Init } }
    const wx = { getSystemInfoSync: () => ({}) }
    runInContext(library, createContext({ module, exports: module.exports, wx, setTimeout, console }))
    init = module.exports.init
  })

  /** @returns the words on the canvas, and how often something was filled. */
  function paint(drawing: Drawing, sight = { elder: false, contrast: false, width: 340 }) {
    const words: string[] = []
    let fills = 0
    const known: Record<string | symbol, unknown> = {
      fillText: (text: string) => words.push(text),
      fill: () => (fills += 1),
      measureText: (text: string) => ({ width: text.length * 12 }),
    }
    const context = new Proxy(known, { get: (made, name) => (name in made ? made[name] : () => undefined) })
    const canvas = { width: 0, height: 0, getContext: () => context }
    const size = { width: sight.width, height: 200, devicePixelRatio: 2 }
    const chart = init(canvas as unknown as Parameters<typeof init>[0], null, { ssr: true, ...size })
    chart.setOption(optionOf(drawing, sight))
    chart.getZr().refreshImmediately()
    chart.dispose()
    return { words, fills }
  }

  test('bars have their names before and their words after them', () => {
    const { words } = paint({
      kind: 'bars',
      most: 12,
      rows: [
        { name: '城管局', value: 12, words: '12 件' },
        { name: '住建局', value: 0, words: '没有' },
      ],
    })
    expect(words).toEqual(expect.arrayContaining(['城管局', '12 件', '住建局', '没有']))
  })

  test('braces in a name are words, no template of the library', () => {
    const { words } = paint({ kind: 'bars', most: 1, rows: [{ name: '{c}', value: 1, words: '{b|x}' }] })
    expect(words).toEqual(expect.arrayContaining(['{c}', 'b|x']))
  })

  test('a line stands on the days it has', () => {
    const lines = [{ name: '响应率', values: [98, null, 100] }]
    const { words } = paint({ kind: 'lines', along: ['4 月', '5 月', '6 月'], unit: '%', lines })
    expect(words).toEqual(expect.arrayContaining(['4 月', '6 月', '100%']))
  })

  test('a heat grid has a cell for every place and hour, and numbers where they fit', () => {
    const heat = { kind: 'heat', across: ['上午', '下午'], down: ['桂桥', '南湖'] } as const
    const { words, fills } = paint({
      ...heat,
      counts: [
        [0, 3],
        [7, 0],
      ],
    })
    expect(words).toEqual(expect.arrayContaining(['桂桥', '南湖', '3', '7']))
    expect(words).not.toContain('0')
    expect(fills).toBeGreaterThanOrEqual(4)
  })

  test('nothing to draw is drawn without a word', () => {
    expect(paint({ kind: 'bars', most: 0, rows: [] }).words).toEqual([])
    expect(() => paint({ kind: 'heat', across: [], down: [], counts: [] })).not.toThrow()
  })
})
