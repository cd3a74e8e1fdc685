import type { CompareOutput, KpiId } from '../../../typings/contract/supervision'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { firstKpis, kpiTerms } from '../terms'
import { pathOf, spanOf, spanWords, type View, viewOf } from '../view'
import { type Group, groupsOf } from './groups'

type By = CompareOutput['by']

const keyOf: Record<By, keyof View> = {
  department: 'departmentId',
  street: 'streetId',
  service: 'serviceCode',
}

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    by: 'department' as By,
    kpi: 'repliedInTime' as KpiId,
    kpis: [] as { id: KpiId; name: string }[],
    from: '',
    to: '',
    periodFrom: '',
    span: '',
    groups: [] as Group[],
  },
  answer: undefined as CompareOutput | undefined,

  onLoad(query: Record<string, string | undefined>) {
    const { from = '', to = '' } = viewOf(query)
    const kpi = Object.keys(kpiTerms).find((id) => id === query.kpi) as KpiId | undefined
    const by = (Object.keys(keyOf) as By[]).find((one) => one === query.by) ?? 'department'
    this.setData({ from, to, by, ...(kpi && { kpi }) })
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
    const { by, kpi, span } = this.data
    const view = this.answer ? { from: this.answer.from, to: this.answer.to } : {}
    return { title: `民呼我应：${kpiTerms[kpi].name}，${span}`, path: pathOf('compare', { by, kpi }, view) }
  },

  async load() {
    const { by, from, to } = this.data
    try {
      const answer = await ask('supervision.compare', { by, ...spanOf({ from, to }) })
      if (by !== this.data.by || from !== this.data.from || to !== this.data.to) return
      this.answer = answer
      this.setData({
        state: 'ready',
        trouble: '',
        ...(!from && { periodFrom: answer.from }),
        span: spanWords(answer.from, answer.to),
        kpis: [...firstKpis, ...answer.kpis.map(({ id }) => id)]
          .filter((id, index, all) => all.indexOf(id) === index)
          .map((id) => ({ id, name: kpiTerms[id].name })),
        groups: groupsOf(answer, this.data.kpi),
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  chooseBy(event: WechatMiniprogram.TouchEvent) {
    const { by } = event.currentTarget.dataset as { by: By }
    if (by === this.data.by) return
    this.setData({ by, state: 'loading', groups: [] })
    void this.load()
  },

  chooseKpi(event: WechatMiniprogram.TouchEvent) {
    const { kpi } = event.currentTarget.dataset as { kpi: KpiId }
    this.setData({ kpi, ...(this.answer && { groups: groupsOf(this.answer, kpi) }) })
  },

  chooseSpan(event: WechatMiniprogram.CustomEvent<{ from: string; to: string }>) {
    this.setData({ ...event.detail })
    void this.load()
  },

  /** A number of one row: its tickets. */
  open(event: WechatMiniprogram.TouchEvent) {
    const { id, name, figure, part } = event.currentTarget.dataset as Record<string, string>
    if (!this.answer) return
    const { by, from, to }: CompareOutput = this.answer
    const title = `${name}：${figure === 'overdue' ? '超时未办' : kpiTerms[figure as KpiId].name}`
    const span = figure === 'overdue' ? {} : { from, to }
    void wx.navigateTo({ url: pathOf('tickets', { figure, part, title, [keyOf[by]]: id }, span) })
  },

  /** The whole dashboard of one row. */
  lookInto(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset as { id: string; name: string }
    const by = this.data.by as By
    void wx.navigateTo({ url: pathOf('summary', { [keyOf[by]]: id, name }) })
  },
})
