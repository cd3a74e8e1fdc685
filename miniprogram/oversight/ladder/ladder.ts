import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { session } from '../../services/session'
import { type LadderEntry, ladderWords } from './climbs'

interface Section {
  id: 'climbed' | 'climbing' | 'waiting'
  name: string
  hint: string
  entries: LadderEntry[]
}

const sections = [
  { id: 'climbed', name: '今天升级的', hint: '今天还没有诉求升级。' },
  { id: 'climbing', name: '今天还要升级的', hint: '到今天 24 点，没有别的诉求要升级。' },
  { id: 'waiting', name: '等回复的督办', hint: '没有等回复的督办。' },
] as const

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    sections: [] as Section[],
    more: false,
    /** A leader in charge looks; the supervisor acts. */
    mayAct: false,
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
    return { title: '民呼我应：今天的督办台', path: '/oversight/ladder/ladder' }
  },

  async load() {
    try {
      const [{ posts }, climbing] = await Promise.all([session(), ask('supervision.climbing', {})])
      const words = ladderWords(climbing)
      this.setData({
        state: 'ready',
        trouble: '',
        mayAct: posts.some(({ role }) => role === 'supervisor'),
        more: climbing.more,
        sections: sections.map((section) => ({ ...section, entries: words[section.id] })),
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  /** The ticket opens with the sheet of the step on it. */
  act(event: WechatMiniprogram.TouchEvent) {
    const { ticketId, step } = event.currentTarget.dataset as { ticketId: string; step: string }
    void wx.navigateTo({ url: `/staff/ticket/ticket?ticketId=${ticketId}&step=${step}` })
  },
})
