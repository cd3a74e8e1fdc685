import type { ReviewedPhoto } from '../../../../typings/contract/approval'
import type { ChosenPhoto } from '../../../../typings/contract/commands'
import { refuse } from '../../errors'
import type { Draft } from '../draft'
import { mayBePublished } from '../public-face'
import type { Steps } from '../step'

/** 公开 by the centre. */
export const publishing: Steps<'publish' | 'withhold'> = {
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
}

/** Only what stands now was looked at: a later reply, promise or block waits to be approved as well. */
export function approvalOf(
  { ticket, at, moment }: Pick<Draft, 'ticket' | 'at' | 'moment'>,
  hide: readonly string[],
  photos: readonly ChosenPhoto[],
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
    photos: photos.filter(({ fileId }) => known.has(fileId)).map(looked),
    replyIds: replies
      .filter(({ publish, review }) => publish && review?.verdict === 'approved')
      .map(({ id }) => id),
    commitmentIds: commitments.map(({ id }) => id),
    ...(block?.state === 'granted' && { blockAt: block.at }),
  }
}

/** Copies lie apart, so that none of a ticket's own files is ever published, nor one of another ticket. */
const copies = /^cloud:\/\/[^/]+\/published\/[\w-]+\.(?:jpg|png)$/

function looked({ fileId, copyId }: ChosenPhoto): ReviewedPhoto {
  return copyId !== undefined && copies.test(copyId) ? { fileId, copyId } : refuse('PHOTO_NOT_LOOKED_AT')
}
