/** The grey shape of what is coming. */
Component({
  properties: {
    cards: { type: Number, value: 2 },
  },
  data: { bones: [1, 2] },
  observers: {
    cards(cards: number) {
      this.setData({ bones: Array.from({ length: cards }, (_, index) => index) })
    },
  },
})
