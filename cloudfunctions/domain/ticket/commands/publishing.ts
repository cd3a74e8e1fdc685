import { refuse } from '../../errors'
import type { Draft } from '../draft'
import { mayBePublished } from '../public-face'
import type { Steps } from '../step'

/** 公开 by the centre, and 曝光: the discipline unit's finding and the supervisor's word on it. */
export const publishing: Steps<'publish' | 'withhold' | 'recordFinding' | 'ruleFinding'> = {
  publish(draft, { hide, photos }) {
    const { ticket } = draft
    if (!mayBePublished(ticket)) refuse('NOT_PUBLISHABLE')
    ticket.publication = approvalOf(draft, hide, photos)
    draft.record()
  },

  withhold(draft, { reason }) {
    const { publication } = draft.ticket
    draft.ticket.publication = {
      ...(publication ?? approvalOf(draft, [], [])),
      state: 'withheld',
      at: draft.at,
      postId: draft.moment.by.postId ?? '',
    }
    draft.record({ text: reason, visibility: publication?.state === 'published' ? 'resident' : 'internal' })
  },

  recordFinding(draft, { verdict, text }) {
    const { ticket, moment, at } = draft
    if (ticket.againstDepartmentId === undefined) refuse('NO_ACCUSED')
    const { postId = '', departmentId = '' } = moment.by
    ticket.finding = { verdict, text, at, departmentId, postId }
    draft.record({ code: verdict, visibility: 'internal' })
  },

  ruleFinding(draft, { grant, text }) {
    const { ticket, moment, at } = draft
    const { finding } = ticket
    if (finding?.verdict !== 'verified' || finding.approval) return refuse('NO_APPLICATION')
    ticket.finding = { ...finding, approval: { grant, text, at, postId: moment.by.postId ?? '' } }
    draft.record({ code: grant ? 'granted' : 'refused', text, visibility: 'internal' })
  },
}

/** Only what stands now was looked at: a later reply, promise or block waits to be approved as well. */
export function approvalOf(
  { ticket, at, moment }: Pick<Draft, 'ticket' | 'at' | 'moment'>,
  hide: readonly string[],
  photos: readonly string[],
) {
  const { attachments, replies, commitments, block } = ticket
  const known = new Set(
    [...attachments, ...replies.flatMap((reply) => reply.attachments)].map(({ fileId }) => fileId),
  )
  return {
    state: 'published' as const,
    at,
    postId: moment.by.postId ?? '',
    hide: hide.map((word) => word.trim()).filter(Boolean),
    photos: photos.filter((fileId) => known.has(fileId)),
    replyIds: replies
      .filter(({ publish, review }) => publish && review?.verdict === 'approved')
      .map(({ id }) => id),
    commitmentIds: commitments.map(({ id }) => id),
    ...(block?.state === 'granted' && { blockAt: block.at }),
  }
}
