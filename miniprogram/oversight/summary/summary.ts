import type { OverviewOutput } from '../../../typings/contract/supervision'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { momentWords } from '../../services/people-time'
import { session } from '../../services/session'
import { type WorkCard, workCard } from '../../services/work-card'
import type { Drawing } from '../chart/drawing'
import { type Figure, figuresOf } from '../figures'
import { firstKpis } from '../terms'
import { pathOf, scopeOf, spanWords, type View, viewOf } from '../view'
import { agesOf, type Glance, glanceOf, type Row, trendOf, type TrendRow, unitsOf } from './overview'

/** What is most overdue; the 督办台 shows the rest. */
const redMost = 5

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    /** Of one unit, street or service; empty for the whole district. */
    scopeName: '',
    asOf: '',
    glance: [] as Glance[],
    period: '',
    figures: [] as (Figure & { change: string })[],
    all: [] as Figure[],
    score: '',
    trend: null as Drawing | null,
    trendWords: '',
    trendRows: [] as TrendRow[],
    ages: null as Drawing | null,
    ageRows: [] as Row[],
    units: null as Drawing | null,
    unitRows: [] as Row[],
    red: [] as WorkCard[],
    moreRed: false,
    /** A leader in charge reads figures; the list of tickets is the supervisor's. */
    showsRed: false,
  },
  view: {} as View,
  period: { from: '', to: '' },

  onLoad(query: Record<string, string | undefined>) {
    this.view = viewOf(query)
    this.setData({ scopeName: query.name ? decodeURIComponent(query.name) : '' })
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  onShareAppMessage() {
    const { scopeName } = this.data
    return { title: `民呼我应：${scopeName || '全区'}办理情况`, path: this.path() }
  },

  path() {
    return pathOf('summary', scopeOf(this.view), { name: this.data.scopeName })
  },

  async load() {
    try {
      const { posts } = await session()
      const showsRed =
        this.data.scopeName === '' && posts.some(({ role }) => role === 'supervisor' || role === 'dispatcher')
      const [overview, list] = await Promise.all([
        ask('supervision.overview', scopeOf(this.view)),
        showsRed ? ask('supervision.list', { view: 'overdue', limit: redMost }) : undefined,
      ])
      this.show(overview)
      this.setData({
        red: list ? list.tickets.map((card) => workCard(card, list.names, list.now)) : [],
        moreRed: list?.cursor !== undefined,
        showsRed,
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  show(overview: OverviewOutput) {
    const { asOf, period, sheet } = overview
    const { value, ranked } = sheet.after.score
    this.period = { from: period.from, to: period.to }
    const trend = trendOf(overview)
    this.setData({
      state: 'ready',
      trouble: '',
      asOf: momentWords(asOf, asOf),
      glance: glanceOf(overview),
      period: spanWords(period.from, period.to),
      figures: figuresOf(sheet, firstKpis).map((figure) => ({
        ...figure,
        change: trend.changes[figure.id] ?? '',
      })),
      all: figuresOf(sheet),
      score:
        value === null ? '' : `综合（示例口径）${Math.round(value * 1000) / 10}${ranked ? '' : '，样本少'}`,
      trend: trend.drawing,
      trendWords: trend.words,
      trendRows: trend.rows,
      ...agesOf(overview),
      ...unitsOf(overview),
    })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  openTopics() {
    void wx.navigateTo({ url: '/oversight/topics/topics' })
  },

  /** Any number: the tickets behind it. */
  open(event: WechatMiniprogram.TouchEvent) {
    const { figure, part, from, to, departmentId, title } = event.currentTarget.dataset as Record<
      string,
      string | undefined
    >
    const scope = { ...scopeOf(this.view), ...(departmentId && { departmentId }) }
    const span = from ? { from, to } : part ? this.period : {}
    void wx.navigateTo({ url: pathOf('tickets', { figure, part, title }, scope, span) })
  },

  go(event: WechatMiniprogram.TouchEvent) {
    const { page } = event.currentTarget.dataset as { page: string }
    void wx.navigateTo({ url: pathOf(page, scopeOf(this.view), { name: this.data.scopeName }) })
  },

  wholeDistrict() {
    void wx.redirectTo({ url: pathOf('summary') })
  },
})
