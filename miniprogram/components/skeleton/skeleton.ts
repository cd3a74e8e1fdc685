/** The grey shape of what is coming. */
Component({
  properties: {
    cards: { type: Number, value: 2 },
  },
})
