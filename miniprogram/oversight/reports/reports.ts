import type { ReportBrief } from '../../../typings/contract/report'
import { ask, sentenceOf } from '../../services/cloud'
import { loading, loadsOnShow } from '../../services/loading'
import { momentWords } from '../../services/people-time'

interface Line {
  reportId: string
  name: string
  made: string
}

Page({
  ...loadsOnShow,
  data: {
    ...loading(),
    lines: [] as Line[],
    from: '',
    to: '',
    today: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    const today = todayOf(Date.now())
    this.setData({ from: `${today.slice(0, 8)}01`, to: today, today })
  },

  onShareAppMessage() {
    return { title: '民呼我应：周报月报', path: '/oversight/reports/reports' }
  },

  async read() {
    const { reports } = await ask('supervision.reports', {})
    return { lines: reports.map(lineOf) }
  },

  pickFrom(event: WechatMiniprogram.PickerChange) {
    const from = String(event.detail.value)
    this.setData({ from, ...(from > this.data.to && { to: from }), problem: '' })
  },

  pickTo(event: WechatMiniprogram.PickerChange) {
    const to = String(event.detail.value)
    this.setData({ to, ...(to < this.data.from && { from: to }), problem: '' })
  },

  async make() {
    if (this.data.busy) return
    const { from, to } = this.data
    this.setData({ busy: true, problem: '' })
    try {
      const { reportId } = await ask('supervision.makeReport', { from, to })
      this.setData({ busy: false })
      this.openReport(reportId)
    } catch (error) {
      this.setData({ busy: false, problem: sentenceOf(error) })
    }
  },

  open(event: WechatMiniprogram.TouchEvent) {
    this.openReport((event.currentTarget.dataset as { reportId: string }).reportId)
  },

  openReport(reportId: string) {
    void wx.navigateTo({ url: `/oversight/report/report?reportId=${encodeURIComponent(reportId)}` })
  },
})

const lineOf = ({ reportId, name, asOf, by }: ReportBrief): Line => ({
  reportId,
  name,
  made: `${momentWords(asOf, Date.now())} ${by === 'schedule' ? '自动做好' : '有人做的'}`,
})

/** In the district's own time. */
const todayOf = (now: number) => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
