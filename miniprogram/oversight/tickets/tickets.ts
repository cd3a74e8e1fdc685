import type { FigureQuery, KpiId } from '../../../typings/contract/supervision'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type WorkCard, workCard } from '../../services/work-card'
import { kpiTerms } from '../terms'
import { pathOf, spanWords, type View, viewOf } from '../view'

type Part = NonNullable<FigureQuery['part']>

/** The tickets behind one number, as often as each counted. Which number stands in the page's path. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    title: '',
    span: '',
    /** Of a figure with a numerator and a denominator: which of the two is listed. */
    parts: [] as { part: Part; words: string }[],
    part: 'denominator' as Part,
    cards: [] as (WorkCard & { key: string })[],
    cursor: '',
  },
  view: {} as View,
  query: {} as Record<string, string | undefined>,

  onLoad(query: Record<string, string | undefined>) {
    this.view = viewOf(query)
    this.query = query
    const { from, to } = this.view
    const term = termOf(query.figure)
    this.setData({
      title: decodeURIComponent(query.title ?? ''),
      span: from && to ? spanWords(from, to) : '',
      part: (query.part as Part | undefined) ?? 'denominator',
      parts: term
        ? [
            { part: 'denominator', words: `全部（${term.below}）` },
            { part: 'numerator', words: term.above },
            ...(term.rest ? [{ part: 'rest' as const, words: term.rest }] : []),
          ]
        : [],
    })
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async onReachBottom() {
    if (this.data.cursor) await this.load(this.data.cursor)
  },

  onShareAppMessage() {
    const { title, part, parts } = this.data
    const { figure, hour } = this.query
    const shown = parts.length > 0 ? { part } : {}
    return {
      title: `民呼我应：${title}`,
      path: pathOf('tickets', { figure, hour, title, ...shown }, this.view),
    }
  },

  async load(cursor?: string) {
    const { part } = this.data
    const { figure, hour } = this.query
    try {
      const list = await ask('supervision.list', {
        ...this.view,
        figure: figure as FigureQuery['figure'],
        part,
        ...(hour && { hour: Number(hour) }),
        ...(cursor && { cursor }),
      })
      if (part !== this.data.part) return
      const before = cursor ? this.data.cards : []
      const cards = list.tickets.map((card, index) => ({
        ...workCard(card, list.names, list.now),
        // A ticket counts as often as it was dispatched, answered, called back.
        key: `${before.length + index}`,
      }))
      this.setData({ state: 'ready', trouble: '', cards: [...before, ...cards], cursor: list.cursor ?? '' })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  choose(event: WechatMiniprogram.TouchEvent) {
    const { part } = event.currentTarget.dataset as { part: Part }
    if (part === this.data.part) return
    this.setData({ part, state: 'loading', cards: [], cursor: '' })
    void this.load()
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },
})

const termOf = (figure = '') =>
  Object.prototype.hasOwnProperty.call(kpiTerms, figure) ? kpiTerms[figure as KpiId] : undefined
