import type { TopicCard } from '../../../typings/contract/topics'
import { ask, sentenceOf } from '../../services/cloud'
import { loading, loads } from '../../services/loading'
import { dayWords } from '../../services/people-time'
import { type WorkCard, workCard } from '../../services/work-card'

interface TopicWords {
  key: string
  rank: number
  title: string
  place: string
  span: string
  count: string
  grows: boolean
  /** Share of the hottest, percent: the bar's length. */
  width: number
}

Page({
  ...loads,
  data: {
    ...loading(),
    told: '',
    topics: [] as TopicWords[],
    /** The topic whose calls are shown. */
    opened: '',
    cards: [] as WorkCard[],
  },
  day: '',

  onLoad() {
    void this.load()
  },

  async read() {
    const { day = '', span, read, topics } = await ask('supervision.topics', {})
    this.day = day
    return {
      told: day ? `近 ${span} 天的 ${read} 件诉求里，很多人说的同一件事。每天凌晨重找一次，最热的在前。` : '',
      topics: topics.map((topic, rank) => wordsOf(topic, rank, topics[0]?.heat ?? 1)),
      opened: '',
      cards: [],
    }
  },

  onShareAppMessage() {
    return { title: '民呼我应：近期热点', path: '/oversight/topics/topics' }
  },

  openPlans() {
    void wx.navigateTo({ url: '/oversight/plans/plans' })
  },

  /** A second tap folds it again. */
  async open(event: WechatMiniprogram.TouchEvent) {
    const { key } = event.currentTarget.dataset as { key: string }
    const opened = this.data.opened === key ? '' : key
    this.setData({ opened, cards: [] })
    if (!opened) return
    try {
      const { tickets, names, now } = await ask('supervision.topicTickets', { day: this.day, key })
      if (this.data.opened === key)
        this.setData({ trouble: '', cards: tickets.map((card) => workCard(card, names, now)) })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), opened: '' })
    }
  },
})

const wordsOf = (
  { key, title, place, from, to, heat, growth, calls, coSigners }: TopicCard,
  rank: number,
  hottest: number,
): TopicWords => ({
  key,
  rank: rank + 1,
  title,
  place: place || '全区多处',
  span: dayWords(from) === dayWords(to) ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`,
  count: `${calls} 件${coSigners > 0 ? `，${coSigners} 人也遇到` : ''}`,
  grows: growth > 1.2,
  width: Math.max(4, Math.round((heat / hottest) * 100)),
})
