import type { ReportBrief } from '../../../typings/contract/report'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { momentWords } from '../../services/people-time'

interface Line {
  reportId: string
  name: string
  made: string
}

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    lines: [] as Line[],
    from: '',
    to: '',
    today: '',
    busy: false,
    problem: '',
  },

  onShow() {
    followLook(this)
    const today = todayOf(Date.now())
    if (!this.data.from) this.setData({ from: `${today.slice(0, 8)}01`, to: today, today })
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { reports } = await ask('supervision.reports', {})
      this.setData({ state: 'ready', trouble: '', lines: reports.map(lineOf) })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
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
