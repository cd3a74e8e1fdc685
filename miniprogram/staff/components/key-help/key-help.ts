import type { KeyWords } from '../../keys'

/** What the keys of a computer do here: a link where the window is wide, and the list. Speaks `show` and `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    keys: { type: Array, value: [] as KeyWords[] },
    /** Class of the page's look: the list stands outside the page's own box. */
    look: { type: String, value: '' },
  },
  methods: {
    open() {
      this.triggerEvent('show')
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
