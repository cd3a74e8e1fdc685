import { end } from '../ending'
import type { Steps } from '../step'

/** 不予受理与当场答复 (Art. 11): each has its code, and a text that opens a door. */
export const nonAcceptance: Steps<'answer' | 'refer' | 'reject'> = {
  answer: (draft, { text }) => end(draft, 'answeredAtOnce', text),
  refer: (draft, { code, text }) => end(draft, code, text),
  reject(draft, { code, text, repeatOf }) {
    end(draft, code, text)
    if (repeatOf) draft.record({ what: 'linked', code: 'repeat', text: repeatOf, visibility: 'internal' })
  },
}
