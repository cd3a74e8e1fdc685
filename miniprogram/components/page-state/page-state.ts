/** What a page says that waits for its answer, or has not got it. Where nothing was answered it speaks `again`. */
Component({
  properties: {
    state: { type: String, value: 'loading' },
    trouble: { type: String, value: '' },
    cards: { type: Number, value: 3 },
  },
  methods: {
    again() {
      this.triggerEvent('again')
    },
  },
})
