import type { Board, PublicationQuery } from '../../../typings/contract/publication'
import { boardWords } from '../../labels'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type PublicationWords, publicationWordsOf } from '../../services/publication-words'

interface Street {
  streetId: string
  words: string
}

const day = 86_400_000

/** How far back, in days; 0 for all. */
const spans = [
  { days: 0, words: '不限时间' },
  { days: 7, words: '近 7 天' },
  { days: 30, words: '近 30 天' },
]

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    boards: Object.entries(boardWords).map(([board, { name }]) => ({ board, name })),
    board: 'matters' as Board,
    says: boardWords.matters.says,
    emptyTitle: boardWords.matters.empty,
    text: '',
    streetId: '',
    streets: [] as Street[],
    spans,
    days: 0,
    filtering: false,
    /** What the list is narrowed to; empty where it isn't. */
    narrowed: '',
    cards: [] as PublicationWords[],
    cursor: '',
  },

  onLoad() {
    void this.load()
    void this.loadStreets()
  },

  onShow() {
    followLook(this)
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async onReachBottom() {
    if (this.data.cursor) await this.load(this.data.cursor)
  },

  async load(cursor?: string) {
    const { board, text, streetId, days } = this.data
    const query: PublicationQuery = {
      board,
      ...(text && { text }),
      ...(streetId && { streetId }),
      ...(days > 0 && { from: Date.now() - days * day }),
      ...(cursor && { cursor }),
    }
    try {
      const list = await ask('square.list', query)
      if (board !== this.data.board) return
      const cards = publicationWordsOf(list)
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

  /** A list of streets with how many; without it the page only can't be narrowed by place. */
  async loadStreets() {
    const { counts } = await ask('square.places', {}).catch(() => ({ counts: [] }))
    const streets = counts.map(({ streetId, name, count }) => ({ streetId, words: `${name} ${count}` }))
    this.setData({ streets })
  },

  chooseBoard(event: WechatMiniprogram.TouchEvent) {
    const { board } = event.currentTarget.dataset as { board: Board }
    if (board === this.data.board) return
    const { says, empty } = boardWords[board]
    this.anew({ board, says, emptyTitle: empty })
  },

  typed(event: WechatMiniprogram.Input) {
    this.data.text = event.detail.value.trim()
  },

  search() {
    this.anew({})
  },

  filter() {
    this.setData({ filtering: !this.data.filtering })
  },

  chooseStreet(event: WechatMiniprogram.TouchEvent) {
    const { streetId } = event.currentTarget.dataset as { streetId: string }
    this.anew({ streetId })
  },

  chooseSpan(event: WechatMiniprogram.TouchEvent) {
    const { days } = event.currentTarget.dataset as { days: number }
    this.anew({ days })
  },

  anew(change: Record<string, unknown>) {
    this.setData({ ...change, state: 'loading', cards: [], cursor: '' })
    const { streetId, streets, days } = this.data
    const street = streets.find((one) => one.streetId === streetId)?.words ?? ''
    const span = days > 0 ? (spans.find((one) => one.days === days)?.words ?? '') : ''
    this.setData({ narrowed: [street, span].filter(Boolean).join(' · ') })
    void this.load()
  },

  again() {
    this.anew({})
  },

  rates() {
    void wx.navigateTo({ url: '/square/rates/rates' })
  },

  expose() {
    void wx.navigateTo({ url: '/square/expose/expose' })
  },
})
