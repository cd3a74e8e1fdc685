import { ask } from '../../services/cloud'
import { loading, loadsOnShow } from '../../services/loading'
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
  ...loadsOnShow,
  data: {
    ...loading(),
    sections: [] as Section[],
    more: false,
    /** A leader in charge looks; the supervisor acts. */
    mayAct: false,
  },

  onShareAppMessage() {
    return { title: '民呼我应：今天的督办台', path: '/oversight/ladder/ladder' }
  },

  async read() {
    const [{ posts }, climbing] = await Promise.all([session(), ask('supervision.climbing', {})])
    const words = ladderWords(climbing)
    return {
      mayAct: posts.some(({ role }) => role === 'supervisor'),
      more: climbing.more,
      sections: sections.map((section) => ({ ...section, entries: words[section.id] })),
    }
  },

  /** The ticket opens with the sheet of the step on it. */
  act(event: WechatMiniprogram.TouchEvent) {
    const { ticketId, step } = event.currentTarget.dataset as { ticketId: string; step: string }
    void wx.navigateTo({ url: `/staff/ticket/ticket?ticketId=${ticketId}&step=${step}` })
  },
})
