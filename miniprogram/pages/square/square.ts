import type { Board, PlaceMap, PlaceTile, PublicationQuery } from '../../../typings/contract/publication'
import { boardWords } from '../../labels'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type PublicationWords, publicationWordsOf } from '../../services/publication-words'

interface Street {
  streetId: string
  words: string
}

/** Services offered as a filter: those of the list, most met first. */
const servicesMost = 8

interface Kind {
  serviceCode: string
  name: string
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
    /** Chosen on the map, below the street. */
    communityId: '',
    communityName: '',
    services: [] as Kind[],
    serviceCode: '',
    view: 'list' as 'list' | 'map',
    map: null as PlaceMap | null,
    mapTrouble: '',
    /** The street whose communities the map shows. */
    mapStreet: null as PlaceTile | null,
    spans,
    days: 0,
    filtering: false,
    /** What the list is narrowed to; empty where it isn't. */
    narrowed: '',
    cards: [] as PublicationWords[],
    cursor: '',
  },

  district: null as PlaceMap | null,

  onLoad() {
    void this.load()
    void this.loadPlaces()
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
    const { board, text, streetId, communityId, serviceCode, days } = this.data
    const query: PublicationQuery = {
      board,
      ...(text && { text }),
      ...(communityId ? { communityId } : streetId && { streetId }),
      ...(serviceCode && { serviceCode }),
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
        ...(!serviceCode && { services: servicesIn(cards) }),
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  /** The district's map, and from it the streets that have something; without it the page only can't be narrowed by place. */
  async loadPlaces() {
    try {
      const map = await ask('square.places', {})
      this.district = map
      const streets = map.tiles
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count)
        .map(({ areaId, name, count }) => ({ streetId: areaId, words: `${name} ${count}` }))
      this.setData({ streets, mapTrouble: '', ...(!this.data.mapStreet && { map }) })
    } catch (error) {
      this.setData({ mapTrouble: sentenceOf(error) })
    }
  },

  chooseView(event: WechatMiniprogram.TouchEvent) {
    const { view } = event.currentTarget.dataset as { view: 'list' | 'map' }
    this.setData({ view })
    if (view === 'map' && !this.data.map) void this.loadPlaces()
  },

  /** From the district into a street, from a street to what was called in a community. */
  async chooseTile(event: WechatMiniprogram.CustomEvent<{ tile: PlaceTile }>) {
    const { tile } = event.detail
    const { mapStreet } = this.data
    if (mapStreet)
      return this.anew({
        view: 'list',
        streetId: mapStreet.areaId,
        communityId: tile.areaId,
        communityName: tile.name,
      })
    try {
      const map = await ask('square.places', { streetId: tile.areaId })
      this.setData({ mapStreet: tile, map, mapTrouble: '' })
    } catch (error) {
      this.setData({ mapTrouble: sentenceOf(error) })
    }
  },

  wholeDistrict() {
    this.setData({ mapStreet: null, map: this.district, mapTrouble: '' })
  },

  listOfStreet() {
    const { mapStreet } = this.data
    if (mapStreet) this.anew({ view: 'list', streetId: mapStreet.areaId, communityId: '', communityName: '' })
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
    this.anew({ streetId, communityId: '', communityName: '' })
  },

  chooseService(event: WechatMiniprogram.TouchEvent) {
    const { serviceCode } = event.currentTarget.dataset as { serviceCode: string }
    this.anew({ serviceCode })
  },

  chooseSpan(event: WechatMiniprogram.TouchEvent) {
    const { days } = event.currentTarget.dataset as { days: number }
    this.anew({ days })
  },

  anew(change: Record<string, unknown>) {
    this.setData({ ...change, state: 'loading', cards: [], cursor: '' })
    const { streetId, communityName, days, serviceCode, services } = this.data
    const street = this.district?.tiles.find(({ areaId }) => areaId === streetId)?.name ?? ''
    const service = services.find((one) => one.serviceCode === serviceCode)?.name ?? ''
    const span = days > 0 ? (spans.find((one) => one.days === days)?.words ?? '') : ''
    this.setData({ narrowed: [communityName || street, service, span].filter(Boolean).join(' · ') })
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

function servicesIn(cards: readonly PublicationWords[]): Kind[] {
  const met = new Map<string, Kind & { times: number }>()
  for (const { serviceCode, service: name } of cards)
    if (serviceCode)
      met.set(serviceCode, { serviceCode, name, times: (met.get(serviceCode)?.times ?? 0) + 1 })
  return [...met.values()].sort((a, b) => b.times - a.times).slice(0, servicesMost)
}
