import { keepWords, wordsFor } from '../../services/kept-words'

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
    /** What it is for: what was written stays on the phone until it is sent. Empty where it need not. */
    keep: { type: String, value: '' },
  },
  data: { text: '', length: 0, initial: '' },
  observers: {
    /** What was written for one thing is never sent for another. */
    'show, keep'(show: boolean, keep: string) {
      if (!show) return
      const text = keep ? wordsFor(keep) : ''
      this.setData({ text, length: text.length, initial: text })
    },
  },
  methods: {
    typed(event: WechatMiniprogram.Input) {
      const text = event.detail.value
      this.setData({ text, length: text.length })
      if (this.properties.keep) keepWords(this.properties.keep, text)
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
