/** One thing that happened, in words. */
export interface TimelineEntry {
  key: string
  when: string
  title: string
  text: string
}

/** Shown at once; the rest folds. */
const shownFirst = 4

/** What happened, newest first. The same words serve eyes and screen readers. */
Component({
  properties: {
    entries: { type: Array, value: [] as TimelineEntry[] },
  },
  data: { all: false, shownFirst },
  methods: {
    unfold() {
      this.setData({ all: true })
    },
  },
})
