import type { FigureQuery, KpiId } from '../../../typings/contract/supervision'
import { ask } from '../../services/cloud'
import { loading, loads } from '../../services/loading'
import { type WorkCard, workCard } from '../../services/work-card'
import { kpiTerms } from '../terms'
import { pathOf, spanWords, type View, viewOf } from '../view'

/** `before`: all below the line as it was before 剔除; the other parts are counted after it. */
type Part = NonNullable<FigureQuery['part']> | 'before'

/** The tickets behind one number, as often as each counted. Which number stands in the page's path. */
Page({
  ...loads,
  data: {
    ...loading(),
    title: '',
    span: '',
    /** Of a figure with a numerator and a denominator: which of the two is listed. */
    parts: [] as { part: Part; words: string }[],
    part: 'denominator' as Part,
    cards: [] as (WorkCard & { key: string })[],
    cursor: '',
  },
  view: {} as View,
  query: {} as Record<string, string | undefined>,

  onLoad(asked: Record<string, string | undefined>) {
    this.view = viewOf(asked)
    const query = decoded(asked)
    this.query = query
    const { from, to } = this.view
    const term = termOf(query.figure)
    this.setData({
      title: query.title ?? '',
      span: from && to ? spanWords(from, to) : '',
      part: (query.part as Part | undefined) ?? 'denominator',
      parts: term
        ? [
            { part: 'denominator', words: `全部（${term.below}）` },
            { part: 'numerator', words: term.above },
            ...(term.rest ? [{ part: 'rest' as const, words: term.rest }] : []),
            ...(query.before ? [{ part: 'before' as const, words: '剔除前的全部' }] : []),
          ]
        : [],
    })
    void this.load()
  },

  async onReachBottom() {
    if (this.data.cursor) await this.load(this.data.cursor)
  },

  onShareAppMessage() {
    const { title, part, parts } = this.data
    const { figure, hour, before, areaId } = this.query
    const shown = parts.length > 0 ? { part } : {}
    return {
      title: `民呼我应：${title}`,
      path: pathOf('tickets', { figure, hour, before, areaId, title, ...shown }, this.view),
    }
  },

  async read(cursor?: string) {
    const { part } = this.data
    const { figure, hour, areaId } = this.query
    const list = await ask('supervision.list', {
      ...this.view,
      figure: figure as FigureQuery['figure'],
      part: part === 'before' ? 'denominator' : part,
      ...(termOf(figure) && part !== 'before' && { excluded: false }),
      ...(areaId && { areaId }),
      ...(hour && { hour: Number(hour) }),
      ...(cursor && { cursor }),
    })
    if (part !== this.data.part) return undefined
    const before = cursor ? this.data.cards : []
    const cards = list.tickets.map((card, index) => ({
      ...workCard(card, list.names, list.now),
      // A ticket counts as often as it was dispatched, answered, called back.
      key: `${before.length + index}`,
    }))
    return { cards: [...before, ...cards], cursor: list.cursor ?? '' }
  },

  choose(event: WechatMiniprogram.TouchEvent) {
    const { part } = event.currentTarget.dataset as { part: Part }
    if (part === this.data.part) return
    this.setData({ part, state: 'loading', cards: [], cursor: '' })
    void this.load()
  },
})

/** WeChat hands a page its query as it stands in the path. */
const decoded = (query: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(query).map(([key, value]) => [key, decodeURIComponent(value ?? '')]))

const termOf = (figure = '') =>
  Object.prototype.hasOwnProperty.call(kpiTerms, figure) ? kpiTerms[figure as KpiId] : undefined
