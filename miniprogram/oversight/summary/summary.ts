import type { OverviewOutput } from '../../../typings/contract/supervision'
import { ask } from '../../services/cloud'
import { loading, loadsOnShow } from '../../services/loading'
import { isSameDay, momentWords } from '../../services/people-time'
import { session } from '../../services/session'
import { type WorkCard, workCard } from '../../services/work-card'
import type { Drawing } from '../chart/drawing'
import { type Figure, figuresOf } from '../figures'
import { firstKpis } from '../terms'
import { maySeeTickets } from '../readers'
import { pathOf, scopeOf, spanWords, type View, viewOf } from '../view'
import { type WarningLine, warningLine } from '../warnings/warning-words'
import { agesOf, type Glance, glanceOf, type Row, trendOf, type TrendRow, unitsOf } from './overview'

/** What is most overdue; the 督办台 shows the rest. */
const redMost = 5

/** Of this morning's; the page of warnings has them all. */
const warningsMost = 3

Page({
  ...loadsOnShow,
  data: {
    ...loading(),
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
    showsRed: false,
    warnings: [] as WarningLine[],
  },
  view: {} as View,
  period: { from: '', to: '' },

  onLoad(query: Record<string, string | undefined>) {
    this.view = viewOf(query)
    this.setData({ scopeName: query.name ? decodeURIComponent(query.name) : '' })
  },

  onShareAppMessage() {
    const { scopeName } = this.data
    return { title: `民呼我应：${scopeName || '全区'}办理情况`, path: this.path() }
  },

  path() {
    return pathOf('summary', scopeOf(this.view), { name: this.data.scopeName })
  },

  async read() {
    const seesTickets = maySeeTickets(await session())
    const whole = this.data.scopeName === ''
    const showsRed = whole && seesTickets
    const [overview, list, warned] = await Promise.all([
      ask('supervision.overview', scopeOf(this.view)),
      showsRed ? ask('supervision.list', { view: 'overdue', limit: redMost }) : undefined,
      whole ? ask('supervision.warnings', { limit: warningsMost }) : undefined,
    ])
    const fresh = warned?.warnings.filter(({ at }) => isSameDay(at, warned.now)) ?? []
    return {
      ...this.drawn(overview),
      red: list ? list.tickets.map((card) => workCard(card, list.names, list.now)) : [],
      moreRed: list?.cursor !== undefined,
      showsRed,
      warnings: fresh.map((warning) => warningLine(warning, seesTickets)),
    }
  },

  drawn(overview: OverviewOutput) {
    const { asOf, period, sheet } = overview
    const { value, ranked } = sheet.after.score
    this.period = { from: period.from, to: period.to }
    const trend = trendOf(overview)
    return {
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
    }
  },

  openTopics() {
    void wx.navigateTo({ url: '/oversight/topics/topics' })
  },

  /** Any number: the tickets behind it. */
  open(event: WechatMiniprogram.TouchEvent) {
    const { figure, part, before, from, to, departmentId, title } = event.currentTarget.dataset as Record<
      string,
      string | undefined
    >
    const scope = { ...scopeOf(this.view), ...(departmentId && { departmentId }) }
    const span = from ? { from, to } : part ? this.period : {}
    void wx.navigateTo({ url: pathOf('tickets', { figure, part, before, title }, scope, span) })
  },

  go(event: WechatMiniprogram.TouchEvent) {
    const { page } = event.currentTarget.dataset as { page: string }
    void wx.navigateTo({ url: pathOf(page, scopeOf(this.view), { name: this.data.scopeName }) })
  },

  openWarning(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url: url || '/oversight/warnings/warnings' })
  },

  wholeDistrict() {
    void wx.redirectTo({ url: pathOf('summary') })
  },
})
