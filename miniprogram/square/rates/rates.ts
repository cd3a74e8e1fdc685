import type { DayDigest } from '../../../typings/contract/audit'
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

interface Proof {
  date: string
  day: string
  digest: string
  /** In groups of four, to be read out or written down. */
  groups: string
  lines: number
  tickets: number
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
    proof: null as Proof | null,
    copied: false,
  },

  onLoad() {
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  async load() {
    try {
      const [rates, { days }] = await Promise.all([
        ask('supervision.openRates', {}),
        ask('supervision.dailyDigests', { limit: 1 }),
      ])
      this.setData({
        state: 'ready',
        trouble: '',
        period: `${dateWords(rates.from)}至${dateWords(rates.to)}`,
        figures: figuresOf(rates),
        openOverdue: rates.openOverdue,
        invalid: rates.invalidCallbacks,
        openData: rates.openDataUrl ? `${rates.openDataUrl}/bulk.json` : '',
        proof: days[0] ? proofOf(days[0]) : null,
      })
    } catch (error) {
      this.setData({ state: 'error', trouble: sentenceOf(error) })
    }
  },

  async copyOpenData() {
    await wx.setClipboardData({ data: this.data.openData })
  },

  async copyProof() {
    const { proof } = this.data
    if (!proof) return
    await wx.setClipboardData({ data: `${proof.date} ${proof.digest}` })
    this.setData({ copied: true })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },
})

const dateWords = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

const proofOf = ({ day, digest, lines, tickets }: DayDigest): Proof => ({
  date: day,
  day: dateWords(day),
  digest,
  groups: digest.replace(/(.{4})(?=.)/g, '$1 '),
  lines,
  tickets,
})

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
