import { z } from 'zod'
import type { PublicationDraft } from '../../typings/contract/publication'
import { relationsOf } from '../domain/access/relation'
import { refuse } from '../domain/errors'
import { draftOf } from '../domain/publication/publication'
import { indexDirectory } from '../domain/routing/index-directory'
import { approvalOf } from '../domain/ticket/commands/publishing'
import { mayBePublished } from '../domain/ticket/public-face'
import { rulesOf } from '../domain/ticket/rules'
import { nameAll } from '../platform/names'
import { operation } from '../platform/operation'
import { findTicket } from '../platform/stores/ticket-store'
import { onTicket, shapes } from './shapes'

/** 公开前先看:大家会看到的样子,隐去了什么,有哪些照片可选。 */
export const publicationDraft = operation('tickets.publicationDraft', {
  input: z.object({ ...onTicket, hide: shapes.publication.hide.default([]) }),
  async run({ input, caller, directory, now }): Promise<PublicationDraft> {
    const ticket = await findTicket(input.ticketId)
    const by =
      ticket && caller.actors.find((actor) => relationsOf(actor, ticket, directory, now).has('centre'))
    if (!ticket || !by) return refuse('TICKET_NOT_FOUND', 'input.ticketId')
    if (!mayBePublished(ticket)) refuse('NOT_PUBLISHABLE')
    const moment = { at: now, by, rules: rulesOf(directory) }
    const publication = approvalOf({ ticket, at: now, moment }, input.hide, [])
    const draft = draftOf({ ...ticket, publication }, directory) ?? refuse('NOT_PUBLISHABLE')
    const files = [...ticket.attachments, ...ticket.replies.flatMap(({ attachments }) => attachments)]
    return {
      ...draft,
      photos: files.filter(({ type }) => type === 'photo'),
      reviewed: ticket.publication?.state === 'published' ? ticket.publication.photos : [],
      names: nameAll(draft.publication, indexDirectory(directory)),
      version: ticket.version,
    }
  },
})
