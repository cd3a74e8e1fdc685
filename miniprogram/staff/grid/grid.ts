import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type WorkCard, workCard } from '../../services/work-card'

/** The grid worker's first page: call for somebody, and what is open in the grid. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    cards: [] as WorkCard[],
    cursor: '',
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async onReachBottom() {
    if (this.data.cursor) await this.load(this.data.cursor)
  },

  async load(cursor?: string) {
    try {
      const {
        tickets,
        names,
        now,
        cursor: next = '',
      } = await ask('tickets.list', {
        view: 'area',
        ...(cursor && { cursor }),
      })
      const cards = tickets.map((card) => workCard(card, names, now))
      this.setData({
        state: 'ready',
        trouble: '',
        cards: cursor ? [...this.data.cards, ...cards] : cards,
        cursor: next,
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url })
  },
})
