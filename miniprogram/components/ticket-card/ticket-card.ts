import type { CardWords } from '../../services/own-card'

/** One of the caller's own calls; a tap opens it. */
Component({
  properties: {
    card: { type: Object, value: null as CardWords | null },
  },
  methods: {
    open() {
      const card = this.properties.card as CardWords | null
      if (card) void wx.navigateTo({ url: `/pages/ticket/ticket?ticketId=${card.ticketId}` })
    },
  },
})
