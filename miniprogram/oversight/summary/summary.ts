import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { momentWords } from '../../services/people-time'
import { session } from '../../services/session'
import { type WorkCard, workCard } from '../../services/work-card'
import { type ClassTable, type Figure, figuresOf, tablesOf } from './figures'

/** What climbs today; the desk's own page shows the rest. */
const redMost = 10

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    period: '',
    figures: [] as Figure[],
    openOverdue: 0,
    red: [] as WorkCard[],
    moreRed: false,
    /** A leader in charge reads figures; the list of tickets is the supervisor's. */
    showsRed: false,
    tables: [] as ClassTable[],
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { posts } = await session()
      const showsRed = posts.some(({ role }) => role === 'supervisor' || role === 'dispatcher')
      const [rates, list] = await Promise.all([
        ask('supervision.rates', {}),
        showsRed ? ask('tickets.list', { view: 'overdue', limit: redMost }) : undefined,
      ])
      this.setData({
        state: 'ready',
        trouble: '',
        period: `${dateWords(rates.from)} – ${dateWords(rates.to)}，截至${momentWords(rates.asOf, rates.asOf)}`,
        figures: figuresOf(rates.all),
        openOverdue: rates.all.openOverdue,
        red: list ? list.tickets.map((card) => workCard(card, list.names, list.now)) : [],
        moreRed: list?.cursor !== undefined,
        showsRed,
        tables: tablesOf(rates),
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  openTopics() {
    void wx.navigateTo({ url: '/oversight/topics/topics' })
  },

  openDesk() {
    void wx.navigateTo({ url: '/staff/desk/desk' })
  },
})

const dateWords = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
