import type { OpenRatesOutput, RateOutput } from '../../../typings/contract/supervision'
import { rateWords } from '../../labels'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'

interface Figure {
  id: string
  name: string
  means: string
  value: string
  parts: string
  caution: string
  width: number
}

/** Below this one answer moves the figure by more than 5 points. */
const smallSample = 20

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    period: '',
    figures: [] as Figure[],
    openOverdue: 0,
    invalid: 0,
    /** Of the list of files; empty where there is none. */
    openData: '',
  },

  onLoad() {
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  async load() {
    try {
      const rates = await ask('supervision.openRates', {})
      this.setData({
        state: 'ready',
        trouble: '',
        period: `${dateWords(rates.from)}至${dateWords(rates.to)}`,
        figures: figuresOf(rates),
        openOverdue: rates.openOverdue,
        invalid: rates.invalidCallbacks,
        openData: rates.openDataUrl ? `${rates.openDataUrl}/bulk.json` : '',
      })
    } catch (error) {
      this.setData({ state: 'error', trouble: sentenceOf(error) })
    }
  },

  async copyOpenData() {
    await wx.setClipboardData({ data: this.data.openData })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },
})

const dateWords = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

const figuresOf = ({ after }: OpenRatesOutput): Figure[] =>
  Object.entries(rateWords).flatMap(([id, { name, means }]) => {
    const rate = after.find((one) => one.id === id)
    return rate ? [{ id, name, means, ...numbersOf(rate) }] : []
  })

function numbersOf({ value, numerator, denominator }: RateOutput) {
  const percent = value === null ? 0 : value * 100
  return {
    value: value === null ? '—' : `${rounded(percent)}%`,
    parts: `${rounded(numerator)} / ${denominator}`,
    caution: denominator > 0 && denominator < smallSample ? '样本少，仅供参考' : '',
    width: Math.min(100, percent),
  }
}

/** One decimal at most: 基本满意 counts 0.9. */
const rounded = (value: number) => String(Math.round(value * 10 + 1e-9) / 10)
