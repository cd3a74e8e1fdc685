import type { ListView, TicketList } from '../../../typings/contract/views'
import { sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { session } from '../../services/session'
import {
  cardsOf,
  type Choice,
  choicesOf,
  everything,
  isEverything,
  joined,
  type Narrowing,
  type ReadCard,
  readList,
} from '../narrowing'

type Segment = Extract<ListView, 'desk' | 'toReview' | 'toPublish' | 'callbacks' | 'overdue'>

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    segment: 'desk' as Segment,
    cards: [] as ReadCard[],
    cursor: '',
    wish: everything,
    services: [] as Choice[],
    streets: [] as Choice[],
  },
  list: undefined as TicketList | undefined,
  /** What was asked for last; an earlier answer that comes later is dropped. */
  turn: 0,

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
    const { segment, wish } = this.data
    const turn = (this.turn += 1)
    try {
      const [read, { posts }] = await Promise.all([
        readList(segment, wish, cursor === undefined ? {} : { cursor }),
        session(),
      ])
      if (turn !== this.turn) return
      const list = cursor && this.list ? joined(this.list, read) : read
      this.list = list
      // Of what is late somebody else may have to answer for it; everywhere else the centre looks at its own clocks.
      const mine =
        segment === 'overdue' || wish.text ? undefined : posts.map(({ departmentId }) => departmentId)
      this.setData({
        state: 'ready',
        trouble: '',
        cards: cardsOf(list, wish, mine),
        cursor: list.cursor ?? '',
        ...(isEverything(wish) && choicesOf(list)),
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  narrow(event: WechatMiniprogram.CustomEvent<{ wish: Narrowing }>) {
    const { wish } = event.detail
    this.setData({ wish, state: 'loading', cards: [], cursor: '' })
    void this.load()
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
