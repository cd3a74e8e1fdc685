/** One thing to allow or not, with what it means: the whole row is the switch. Speaks `change` with `on`. */
Component({
  properties: {
    on: { type: Boolean, value: false },
    title: { type: String, value: '' },
    means: { type: String, value: '' },
  },
  methods: {
    toggle() {
      this.triggerEvent('change', { on: !this.properties.on })
    },
  },
})
