import { refuse } from '../../errors'
import { end } from '../ending'
import type { Steps } from '../step'

/** 并单: a saga, child first. The child names its parent; the scheduler makes the parent take it in, repeating until done. */
export const merging: Steps<'merge' | 'absorb'> = {
  merge(draft, { parentId, text }) {
    if (parentId === draft.ticket._id) refuse('MERGE_SELF', 'input.parentId')
    const mergeId = `${draft.ticket._id}>${parentId}`
    draft.ticket.merge = { mergeId, parentId, done: false }
    end(draft, 'merged', text)
    draft.post({ kind: 'absorb', parentId, mergeId })
  },

  absorb(draft, { childId, mergeId, coSigners }) {
    if (draft.ticket.absorbed.some((one) => one.mergeId === mergeId)) return
    draft.ticket.absorbed = [...draft.ticket.absorbed, { mergeId, childId }]
    draft.ticket.coSignerCount += 1 + coSigners
    draft.record({ code: 'merged', visibility: 'internal' })
  },
}
