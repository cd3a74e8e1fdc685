import type { PublicationWords } from '../../services/publication-words'

/** A published matter in a list; what it shows first depends on the board it stands on. */
Component({
  properties: {
    card: { type: Object, value: {} as PublicationWords },
    board: { type: String, value: 'matters' },
  },
  methods: {
    open() {
      const { publicationId } = this.properties.card as PublicationWords
      void wx.navigateTo({ url: `/square/detail/detail?publicationId=${publicationId}` })
    },
  },
})
