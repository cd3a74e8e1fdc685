import type { ListView, TicketList } from '../../../typings/contract/views'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type WorkCard, workCard } from '../../services/work-card'

type Segment = Extract<ListView, 'desk' | 'toReview' | 'toPublish' | 'callbacks' | 'overdue'>

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    segment: 'desk' as Segment,
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
    const { segment } = this.data
    try {
      const list = await ask('tickets.list', { view: segment, ...(cursor && { cursor }) })
      if (segment !== this.data.segment) return
      const cards = cardsOf(list)
      this.setData({
        state: 'ready',
        trouble: '',
        cards: cursor ? [...this.data.cards, ...cards] : cards,
        cursor: list.cursor ?? '',
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  choose(event: WechatMiniprogram.TouchEvent) {
    const { segment } = event.currentTarget.dataset as { segment: Segment }
    if (segment === this.data.segment) return
    this.setData({ segment, state: 'loading', cards: [], cursor: '' })
    void this.load()
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },
})

const cardsOf = ({ tickets, names, now }: TicketList): WorkCard[] =>
  tickets.map((card) => workCard(card, names, now))
