import type { ConsentInput, ConsentOffer } from '../../../typings/contract/notification'
import { ask } from '../../services/cloud'
import { askConsents } from '../../services/consents'
import { budgetWords } from '../../services/notice-words'
import { isSameDay } from '../../services/people-time'

/** When the line was put away last, ms UTC. */
const KEY = 'notice-consent-put-away-at'

const isPutAway = (): boolean => isSameDay(Number(wx.getStorageSync(KEY)), Date.now())

/** 有进展时微信告诉我: asks for subscribe messages, and says what is left. Draws nothing where there is nothing to ask for. */
Component({
  properties: {
    /** resident or staff */
    as: { type: String, value: 'resident' },
    /** Of an anonymous call. */
    receiptCode: { type: String, value: '' },
    /** Always says what is left (我的), and asks even where there is some. */
    budget: { type: Boolean, value: false },
    /** One line, above a list of work; put away for the day by a tap. */
    slim: { type: Boolean, value: false },
  },
  data: {
    offers: [] as ConsentOffer[],
    missing: false,
    left: '',
    words: '',
    busy: false,
    putAway: false,
  },
  lifetimes: {
    attached() {
      this.setData({ putAway: isPutAway() })
      void this.load()
    },
  },
  methods: {
    who(): ConsentInput {
      const { as, receiptCode } = this.properties
      return { as: as === 'staff' ? 'staff' : 'resident', ...(receiptCode && { receiptCode }) }
    },

    /** A reminder is an extra: where it can't be read, the page is whole without it. */
    async load() {
      const page = await ask('tickets.consents', this.who()).catch(() => undefined)
      if (page) this.take(page.offers)
    },

    take(offers: readonly ConsentOffer[]) {
      this.setData({
        offers: [...offers],
        missing: offers.some(({ left }) => left === 0),
        left: budgetWords(offers),
      })
    },

    putAwayToday() {
      wx.setStorageSync(KEY, Date.now())
      this.setData({ putAway: true })
    },

    async askNow() {
      if (this.data.busy) return
      this.data.busy = true
      const { offers, words } = await askConsents(this.data.offers, this.who())
      this.data.busy = false
      this.take(offers)
      this.setData({ words })
    },
  },
})
