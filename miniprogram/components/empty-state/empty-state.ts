/** Nothing here, or nothing yet: what will appear, or what went wrong, and one way on. */
Component({
  properties: {
    icon: { type: String, value: 'notes-o' },
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    act() {
      this.triggerEvent('act')
    },
  },
})
