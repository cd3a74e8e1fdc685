import { z } from 'zod'
import { refuse } from '../domain/errors'
import { checkParts } from '../domain/publication/check-parts'
import { draftOf } from '../domain/publication/publication'
import { approvalOf } from '../domain/ticket/commands/publishing'
import { rulesOf } from '../domain/ticket/rules'
import { checkContent } from '../platform/channels/content-check'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/**
 * 公开:隐去还认得出人的字,选出能公开的照片。公开前由微信检查内容;检查只管公开,提交和办理从不经过它。
 */
export const publish = command('publish', z.object({ ...onTicket, ...shapes.publication }), {
  async first({ hide, photos }, ticket, { caller, directory, now }) {
    const by = caller.actors[0] ?? refuse('NOT_IDENTIFIED')
    const publication = approvalOf(
      { ticket, at: now, moment: { at: now, by, rules: rulesOf(directory) } },
      hide,
      photos,
    )
    const draft = draftOf({ ...ticket, publication }, directory)
    if (!draft) return
    const { subject, description, replies, commitments } = draft.publication
    const said = [
      subject,
      description,
      ...replies.map(({ text }) => text),
      ...commitments.map(({ measure }) => measure),
    ]
    const verdict = await checkContent(caller.openid, checkParts(said.join('\n')))
    if (verdict === 'risky') refuse('CONTENT_RISKY')
    if (verdict === 'unchecked') refuse('CONTENT_UNCHECKED')
  },
})
