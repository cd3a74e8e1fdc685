import { ask } from '../../services/cloud'
import { loading, loadsOnShow } from '../../services/loading'
import { type WorkCard, workCard } from '../../services/work-card'

/** The grid worker's first page: call for somebody, and what is open in the grid. */
Page({
  ...loadsOnShow,
  data: {
    ...loading(),
    cards: [] as WorkCard[],
    cursor: '',
  },

  async onReachBottom() {
    if (this.data.cursor) await this.load(this.data.cursor)
  },

  async read(cursor?: string) {
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
    return {
      cards: cursor ? [...this.data.cards, ...cards] : cards,
      cursor: next,
    }
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url })
  },
})
