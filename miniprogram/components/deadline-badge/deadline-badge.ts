import type { DeadlineState } from '../../services/deadline'

/** A deadline as icon, words and colour together; nothing where there is none. */
Component({
  properties: {
    state: { type: String, value: 'none' as DeadlineState },
    words: { type: String, value: '' },
  },
})
