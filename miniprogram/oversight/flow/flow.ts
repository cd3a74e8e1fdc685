import type { FlowOutput } from '../../../typings/contract/supervision'
import { ask } from '../../services/cloud'
import { loading, loads } from '../../services/loading'
import type { Drawing } from '../chart/drawing'
import { pathOf, scopeOf, spanOf, spanWords, type View, viewOf } from '../view'
import { type Busy, type Stage, funnelOf, heatOf } from './drawn'

Page({
  ...loads,
  data: {
    ...loading(),
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

  onShareAppMessage() {
    const { scopeName, span } = this.data
    const view = this.answer ? { from: this.answer.from, to: this.answer.to } : {}
    return {
      title: `民呼我应：${scopeName || '全区'}流程和时段，${span}`,
      path: pathOf('flow', scopeOf(this.view), view, { name: scopeName }),
    }
  },

  async read() {
    const { from, to } = this.data
    const answer = await ask('supervision.flow', { ...scopeOf(this.view), ...spanOf({ from, to }) })
    if (from !== this.data.from || to !== this.data.to) return undefined
    this.answer = answer
    return {
      ...(!from && { periodFrom: answer.from }),
      span: spanWords(answer.from, answer.to),
      ...funnelOf(answer),
      ...heatOf(answer),
    }
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
