import type { FlowOutput } from '../../../typings/contract/supervision'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import type { Drawing } from '../chart/drawing'
import { pathOf, scopeOf, spanOf, spanWords, type View, viewOf } from '../view'
import { type Busy, type Stage, funnelOf, heatOf } from './drawn'

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    scopeName: '',
    from: '',
    to: '',
    periodFrom: '',
    span: '',
    change: '',
    funnel: null as Drawing | null,
    stages: [] as Stage[],
    heat: null as Drawing | null,
    busy: [] as Busy[],
  },
  view: {} as View,
  answer: undefined as FlowOutput | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.view = viewOf(query)
    const { from = '', to = '' } = this.view
    this.setData({ from, to, scopeName: query.name ? decodeURIComponent(query.name) : '' })
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  onShareAppMessage() {
    const { scopeName, span } = this.data
    const view = this.answer ? { from: this.answer.from, to: this.answer.to } : {}
    return {
      title: `民呼我应：${scopeName || '全区'}流程和时段，${span}`,
      path: pathOf('flow', scopeOf(this.view), view, { name: scopeName }),
    }
  },

  async load() {
    const { from, to } = this.data
    try {
      const answer = await ask('supervision.flow', { ...scopeOf(this.view), ...spanOf({ from, to }) })
      if (from !== this.data.from || to !== this.data.to) return
      this.answer = answer
      this.setData({
        state: 'ready',
        trouble: '',
        ...(!from && { periodFrom: answer.from }),
        span: spanWords(answer.from, answer.to),
        ...funnelOf(answer),
        ...heatOf(answer),
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  chooseSpan(event: WechatMiniprogram.CustomEvent<{ from: string; to: string }>) {
    this.setData({ ...event.detail })
    void this.load()
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { figure, hour, street, title } = event.currentTarget.dataset as Record<string, string | undefined>
    if (!this.answer) return
    const { from, to } = this.answer
    const scope = street ? { streetId: street } : scopeOf(this.view)
    // Hour 0 is an hour too.
    void wx.navigateTo({
      url: pathOf('tickets', { figure, title, hour: hour === undefined ? '' : String(hour) }, scope, {
        from,
        to,
      }),
    })
  },
})
