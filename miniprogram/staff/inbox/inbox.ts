import type { TicketCard, TicketList } from '../../../typings/contract/views'
import { CallFailure, give, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { keepSeen } from '../../services/seen-tickets'
import { session } from '../../services/session'
import type { WorkCard } from '../../services/work-card'
import { forgetKeys, hearKeys, type KeyWords } from '../keys'
import { keyHelp, keyState, pressIn } from '../list-keys'
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
import { type Tally, tallyOf } from './tally'

type Segment = 'toAcknowledge' | 'handling' | 'coTasks' | 'replied'

/** `both`: what a figure of the banner counts, be it to acknowledge or being handled. */
type Shown = Segment | 'both'

/** Three are cut from one list, which the banner counts as well. */
const viewOf = {
  toAcknowledge: 'inbox',
  handling: 'inbox',
  both: 'inbox',
  coTasks: 'coTasks',
  replied: 'replied',
} as const

/** Enough for a unit's whole day in one call. */
const pageSize = 100

const any = () => true

const belongs: Record<Shown, (card: Pick<TicketCard, 'status'>) => boolean> = {
  toAcknowledge: ({ status }) => status === 'dispatched',
  handling: ({ status }) => status === 'acknowledged',
  both: any,
  coTasks: any,
  replied: any,
}

const segments: readonly Segment[] = ['toAcknowledge', 'handling', 'coTasks', 'replied']

const keys: readonly KeyWords[] = [
  { key: 'J ↓', words: '下一件' },
  { key: 'K ↑', words: '上一件' },
  { key: '回车', words: '打开这件' },
  { key: 'S', words: '签收这件' },
  { key: '1 到 4', words: '换一栏' },
  { key: '/', words: '查找' },
  { key: '?', words: '看按键' },
]

interface Picked extends ReadCard {
  picked: boolean
}

Page({
  data: {
    ...keyState,
    keys,
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    notice: '',
    segment: 'toAcknowledge' as Shown,
    tally: null as Tally | null,
    cards: [] as Picked[],
    more: false,
    selecting: false,
    pickedCount: 0,
    /** Ticket being acknowledged now, or `all`. */
    busy: '',
    wish: everything,
    services: [] as Choice[],
    streets: [] as Choice[],
  },
  list: undefined as TicketList | undefined,
  /** What was asked for last; an earlier answer that comes later is dropped. */
  turn: 0,
  mine: [] as string[],

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
    if (this.list?.cursor) await this.load({}, this.list.cursor)
  },

  /** A figure and its list are cut from the same page, so that they can't differ. */
  toRead(): Narrowing {
    const { segment, wish } = this.data
    return segment === 'both' ? { ...wish, only: 'all' } : wish
  },

  /** @param change drawn together with the fresh list */
  async load(change: { notice?: string; busy?: string; selecting?: boolean } = {}, cursor?: string) {
    const { segment } = this.data
    const turn = (this.turn += 1)
    try {
      const [read, { posts }] = await Promise.all([
        readList(viewOf[segment], this.toRead(), { limit: pageSize, ...(cursor && { cursor }) }),
        session(),
      ])
      if (turn !== this.turn) return
      this.mine = posts.map(({ departmentId }) => departmentId)
      this.list = cursor && this.list ? joined(this.list, read) : read
      this.setData({ ...change, ...this.drawn(this.list), state: 'ready', trouble: '' })
    } catch (error) {
      const trouble = sentenceOf(error)
      this.setData({ ...change, trouble, state: this.list ? 'ready' : 'error' })
    }
  },

  drawn(list: TicketList) {
    const { segment, tally, wish } = this.data
    const here = wish.text ? list.tickets : list.tickets.filter(belongs[segment])
    const cards = cardsOf({ ...list, tickets: here }, wish, this.mine).map((card): Picked => ({
      ...card,
      picked: false,
    }))
    const counts = viewOf[segment] === 'inbox' && isEverything(this.toRead())
    const own = ({ dues = [] }: TicketCard) =>
      dues.find(({ departmentId }) => this.mine.includes(departmentId))?.dueAt ?? Infinity
    return {
      cards,
      at: Math.min(this.data.at, cards.length - 1),
      pickedCount: 0,
      more: list.cursor !== undefined,
      tally: counts ? tallyOf(list.tickets, list.now, list.cursor !== undefined, own) : tally,
      ...(isEverything(wish) && choicesOf(list)),
    }
  },

  narrow(event: WechatMiniprogram.CustomEvent<{ wish: Narrowing }>) {
    this.list = undefined
    const { wish } = event.detail
    this.setData({
      wish,
      state: 'loading',
      cards: [],
      selecting: false,
    })
    void this.load()
  },

  choose(event: WechatMiniprogram.TouchEvent) {
    const { segment } = event.currentTarget.dataset as { segment: Segment }
    this.turnTo(segment)
  },

  turnTo(segment: Segment) {
    if (segment === this.data.segment) return
    const { wish } = this.data
    this.show(segment, this.data.segment === 'both' ? { ...wish, only: 'all' } : wish)
  },

  /** Opens what a figure counts: exactly those, first due first. */
  openFigure(event: WechatMiniprogram.TouchEvent) {
    const { only } = event.currentTarget.dataset as { only?: 'overdue' | 'today' }
    if (only) this.show('both', { ...everything, only })
    else this.show('toAcknowledge', everything)
  },

  show(segment: Shown, wish: Narrowing) {
    const asked = JSON.stringify(this.toRead())
    const view = viewOf[this.data.segment]
    Object.assign(this.data, { segment, wish })
    const change = { segment, wish, selecting: false, notice: '', at: -1 }
    if (this.list && viewOf[segment] === view && JSON.stringify(this.toRead()) === asked) {
      this.setData({ ...change, ...this.drawn(this.list) })
      return
    }
    this.list = undefined
    this.setData({ ...change, state: 'loading', cards: [] })
    void this.load()
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  toggleSelecting() {
    const cards = this.data.cards.map((card) => ({ ...card, picked: false }))
    this.setData({ selecting: !this.data.selecting, cards, pickedCount: 0, notice: '' })
  },

  pick(event: WechatMiniprogram.CustomEvent<{ ticketId: string }>) {
    const { ticketId } = event.detail
    const cards = this.data.cards.map((card) =>
      card.ticketId === ticketId ? { ...card, picked: !card.picked } : card,
    )
    this.setData({ cards, pickedCount: cards.filter(({ picked }) => picked).length })
  },

  pickAll() {
    const picked = this.data.pickedCount < this.data.cards.length
    const cards = this.data.cards.map((card) => ({ ...card, picked }))
    this.setData({ cards, pickedCount: picked ? cards.length : 0 })
  },

  ...keyHelp,

  press(key: string) {
    pressIn<Segment>(this, segments, key, (own, ticketId) => {
      if (own === 's') this.acknowledgeCard(ticketId)
    })
  },

  acknowledgeOne(event: WechatMiniprogram.CustomEvent<{ ticketId: string }>) {
    this.acknowledgeCard(event.detail.ticketId)
  },

  acknowledgeCard(ticketId: string) {
    const card = this.data.cards.find((one) => one.ticketId === ticketId)
    if (card?.toAcknowledge) void this.acknowledge([card], ticketId)
  },

  acknowledgePicked() {
    void this.acknowledge(
      this.data.cards.filter(({ picked }) => picked),
      'all',
    )
  },

  /** One after another: what fails says why, and doesn't hold up the rest. */
  async acknowledge(cards: readonly WorkCard[], busy: string) {
    if (this.data.busy || cards.length === 0) return
    this.setData({ busy, notice: '' })
    const problems: string[] = []
    const seen: { ticketId: string; version: number }[] = []
    for (const { ticketId, version, subject } of cards) {
      try {
        const brief = await give('tickets.acknowledge', { ticketId }, version)
        seen.push({ ticketId, version: brief.version })
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error
        problems.push(`“${subject.slice(0, 12)}”没有签收：${error.message}`)
      }
    }
    keepSeen(seen)
    const done = cards.length - problems.length
    const notice = [done > 0 ? `已签收 ${done} 件。请尽快联系群众。` : '', ...problems]
      .filter(Boolean)
      .join(' ')
    await this.load({ notice, busy: '', selecting: false })
  },
})
