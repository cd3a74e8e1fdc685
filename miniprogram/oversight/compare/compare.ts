import type { CompareOutput, KpiId } from '../../../typings/contract/supervision'
import { ask } from '../../services/cloud'
import { loading, loads } from '../../services/loading'
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
  ...loads,
  data: {
    ...loading(),
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

  onShareAppMessage() {
    const { by, kpi, span } = this.data
    const view = this.answer ? { from: this.answer.from, to: this.answer.to } : {}
    return { title: `民呼我应：${kpiTerms[kpi].name}，${span}`, path: pathOf('compare', { by, kpi }, view) }
  },

  async read() {
    const { by, from, to } = this.data
    const answer = await ask('supervision.compare', { by, ...spanOf({ from, to }) })
    if (by !== this.data.by || from !== this.data.from || to !== this.data.to) return undefined
    this.answer = answer
    return {
      ...(!from && { periodFrom: answer.from }),
      span: spanWords(answer.from, answer.to),
      kpis: [...firstKpis, ...answer.kpis.map(({ id }) => id)]
        .filter((id, index, all) => all.indexOf(id) === index)
        .map((id) => ({ id, name: kpiTerms[id].name })),
      groups: groupsOf(answer, this.data.kpi),
    }
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
    const { id, name, figure, part, before } = event.currentTarget.dataset as Record<string, string>
    if (!this.answer) return
    const { by, from, to }: CompareOutput = this.answer
    const title = `${name}：${figure === 'openOverdue' ? '到期未答复' : kpiTerms[figure as KpiId].name}`
    const scope = { [keyOf[by]]: id }
    void wx.navigateTo({ url: pathOf('tickets', { figure, part, before, title }, scope, { from, to }) })
  },

  /** The whole dashboard of one row. */
  lookInto(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset as { id: string; name: string }
    const by = this.data.by as By
    void wx.navigateTo({ url: pathOf('summary', { [keyOf[by]]: id, name }) })
  },
})
