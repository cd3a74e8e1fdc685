import { readsInternal } from '../../access/view'
import { refuse } from '../../errors'
import { indexDirectory } from '../../routing/index-directory'
import { onDuty } from '../../routing/on-duty'
import type { Draft } from '../draft'
import type { Steps } from '../step'

/** What those who work on a ticket say to each other. The caller reads none of it. */
export const handingOver: Steps<'note' | 'handOver' | 'readHandover'> = {
  note(draft, { text, mention = [] }) {
    for (const postId of mention) {
      if (!mayRead(draft, postId)) refuse('MENTION_CANNOT_SEE', 'input.mention', cannotSee(draft, postId))
      draft.tell({ to: 'post', postId }, 'mentioned', { text })
    }
    draft.record({ text, visibility: 'internal' })
  },

  /** Pinned above the ticket for whoever holds it next; a newer one takes its place, all stand in the history. */
  handOver(draft, { done, promised, next }) {
    const { postId = '', departmentId = '', personId } = draft.moment.by
    draft.ticket.handover = {
      at: draft.at,
      postId,
      departmentId,
      done,
      next,
      ...(personId && { personId }),
      ...(promised && { promised }),
    }
    const said = [`已办：${done}`, promised ? `答应群众：${promised}` : '', `下一步：${next}`]
    draft.record({ text: said.filter(Boolean).join('；'), visibility: 'internal' })
  },

  readHandover(draft) {
    const { handover } = draft.ticket
    const { personId, postId } = draft.moment.by
    const own = handover?.personId !== undefined && handover.personId === personId
    if (!handover || handover.readAt !== undefined || own) return refuse('NO_HANDOVER')
    draft.ticket.handover = { ...handover, readAt: draft.at, ...(postId && { readByPostId: postId }) }
    draft.record({ visibility: 'internal' })
  },
}

/** Whoever acts for the post now must see notes on this ticket already: a mention opens no door (law 5). */
function mayRead({ moment, ticket, at }: Draft, postId: string): boolean {
  const { directory } = moment.rules
  const post = indexDirectory(directory).posts.get(onDuty(postId, directory, at)?.postId ?? '')
  if (!post) return false
  const { _id, role, departmentId } = post
  return readsInternal({ role, postId: _id, departmentId }, ticket, directory, at)
}

function cannotSee({ moment }: Draft, postId: string): string {
  const { posts, departments } = indexDirectory(moment.rules.directory)
  const post = posts.get(postId)
  if (!post) return '没有找到要提醒的人，备注没有发出。'
  const unit = departments.get(post.departmentId)?.shortName ?? ''
  return `${unit}${post.title}现在看不到这件诉求的备注，所以没有发出。请先请他协办，再提醒他。`
}
