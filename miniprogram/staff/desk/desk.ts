import type { ListView, TicketList } from '../../../typings/contract/views'
import { sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { session } from '../../services/session'
import { forgetKeys, hearKeys, type KeyWords } from '../keys'
import { keyHelp, keyState, openTicket, pressIn } from '../list-keys'
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

const segments: readonly Segment[] = ['desk', 'toReview', 'toPublish', 'callbacks', 'overdue']

const keys: readonly KeyWords[] = [
  { key: 'J ↓', words: '下一件' },
  { key: 'K ↑', words: '上一件' },
  { key: '回车', words: '打开这件' },
  { key: 'D', words: '打开这件并派单' },
  { key: '1 到 5', words: '换一栏' },
  { key: '/', words: '查找' },
  { key: '?', words: '看按键' },
]

Page({
  data: {
    ...keyState,
    keys,
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
    hearKeys(this, (key) => this.press(key))
    void this.load()
  },

  onHide() {
    forgetKeys(this)
  },

  onUnload() {
    forgetKeys(this)
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
      const cards = cardsOf(list, wish, mine)
      this.setData({
        state: 'ready',
        trouble: '',
        cards,
        at: Math.min(this.data.at, cards.length - 1),
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
    this.turnTo(segment)
  },

  turnTo(segment: Segment) {
    if (segment === this.data.segment) return
    this.setData({ segment, state: 'loading', cards: [], cursor: '', at: -1 })
    void this.load()
  },

  ...keyHelp,

  press(key: string) {
    pressIn<Segment>(this, segments, key, (own, ticketId) => {
      if (own === 'd') openTicket(ticketId, '&step=dispatch')
    })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },
})
