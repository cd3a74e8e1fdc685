import type { WorkCard } from '../../services/work-card'

/** A ticket to be worked on. A tap opens it, or picks it while several are chosen; 签收 stands on the card itself. */
Component({
  properties: {
    card: { type: Object, value: null as WorkCard | null },
    /** Shows whose it is: for those who look at many units. */
    showUnit: { type: Boolean, value: false },
    selecting: { type: Boolean, value: false },
    selected: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    /** The keys of a computer are on it. */
    current: { type: Boolean, value: false },
  },
  methods: {
    open() {
      const card = this.properties.card as WorkCard | null
      if (!card) return
      const { ticketId } = card
      if (this.properties.selecting) this.triggerEvent('pick', { ticketId })
      else void wx.navigateTo({ url: `/staff/ticket/ticket?ticketId=${ticketId}` })
    },
    acknowledge() {
      const card = this.properties.card as WorkCard | null
      if (card) this.triggerEvent('acknowledge', { ticketId: card.ticketId })
    },
  },
})
