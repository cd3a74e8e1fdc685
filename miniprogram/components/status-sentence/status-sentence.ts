/** Where a call stands, in one sentence with its subject first. */
Component({
  properties: {
    sentence: { type: String, value: '' },
    /** Fewer lines on a list than on the ticket's own page. */
    large: { type: Boolean, value: false },
  },
})
