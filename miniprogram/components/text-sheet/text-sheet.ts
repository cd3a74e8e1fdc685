/** A short sheet for some words: what they are for, a field, one button. Speaks `done` with the text, `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    action: { type: String, value: '提交' },
    most: { type: Number, value: 500 },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: { text: '', length: 0 },
  observers: {
    /** What was written for one thing is never sent for another. */
    show(show: boolean) {
      if (show) this.setData({ text: '', length: 0 })
    },
  },
  methods: {
    typed(event: WechatMiniprogram.Input) {
      this.setData({ text: event.detail.value, length: event.detail.value.length })
    },
    done() {
      const { text } = this.data
      if (text.length <= this.properties.most) this.triggerEvent('done', { text: text.trim() })
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
