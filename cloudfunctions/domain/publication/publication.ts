import type { Directory } from '../../../typings/contract/directory'
import type { Board, Publication } from '../../../typings/contract/publication'
import type { Attachment } from '../../../typings/contract/ticket'
import type { PublicationApproval } from '../../../typings/contract/approval'
import { indexDirectory } from '../routing/index-directory'
import { mayBePublished } from '../ticket/public-face'
import { changesOf, isTakenDown } from '../ticket/finding'
import { isOpen } from '../ticket/status'
import type { Ticket } from '../ticket/ticket'
import { mask, type Masked } from './mask'

/** The matter as everybody may read it; undefined where nothing of it may be read. */
export function publicationOf(ticket: Ticket, directory: Directory): Publication | undefined {
  return draftOf(ticket, directory)?.publication
}

export interface MaskedPublication {
  publication: Publication
  hidden: Masked['hidden']
}

/** The same, with what was hidden on the way. */
export function draftOf(ticket: Ticket, directory: Directory): MaskedPublication | undefined {
  const { finding, publication: approval } = ticket
  if (finding?.verdict === 'verified' && finding.approval?.grant) return findingOf(ticket, directory)
  return approval?.state === 'published' && mayBePublished(ticket)
    ? matterOf(ticket, approval, directory)
    : undefined
}

function matterOf(ticket: Ticket, approval: PublicationApproval, directory: Directory): MaskedPublication {
  const clean = cleaner(ticket, approval.hide)
  const own = (text: string) => clean(text, true)
  const block = ticket.block?.at === approval.blockAt ? ticket.block : undefined
  const commitments = ticket.commitments
    .filter(({ id }) => approval.commitmentIds.includes(id))
    .map(({ id, measure, promisedAt, state, departmentId, fulfilledAt }) => ({
      id,
      measure: clean(measure),
      promisedAt,
      state,
      departmentId,
      ...(fulfilledAt !== undefined && { fulfilledAt }),
    }))
  const boards: Board[] = [
    'matters',
    ...(commitments.length > 0 ? ['promises' as const] : []),
    ...(block && block.liftedAt === undefined ? ['blocks' as const] : []),
  ]
  const files = [...ticket.attachments, ...ticket.replies.flatMap(({ attachments }) => attachments)]
  const publication: Publication = {
    ...head(ticket, directory),
    boards,
    subject: clean(ticket.subject, true, false),
    description: own(ticket.description),
    photos: copiesOf(files, approval),
    replies: [
      ...ticket.replies
        .filter(({ id }) => approval.replyIds.includes(id))
        .map(({ at, departmentId, text }) => ({ at, departmentId, text: clean(text) })),
      ...answersAtOnce(ticket, directory).map((answer) => ({ ...answer, text: clean(answer.text) })),
    ],
    commitments,
    ...(block && {
      block: {
        reason: clean(block.reason),
        measure: clean(block.measure),
        reviewAt: block.reviewAt,
        ...(block.liftedAt !== undefined && { liftedAt: block.liftedAt }),
      },
    }),
    ...promiseOf(ticket),
    ...statusAtOf(ticket),
    publishedAt: approval.at,
  }
  return { publication, hidden: clean.hidden() }
}

/** In the ticket's order; a photo that its caller erased since is gone from here as well. */
function copiesOf(files: readonly Attachment[], { photos }: PublicationApproval): Attachment[] {
  const copies = new Map(photos.map(({ fileId, copyId }) => [fileId, copyId]))
  return files.flatMap(({ fileId, type }) => {
    const copyId = copies.get(fileId)
    return type === 'photo' && copyId !== undefined ? [{ fileId: copyId, type }] : []
  })
}

/** 曝光台: what was found, in the words of who found it; of the call itself nothing. */
function findingOf(ticket: Ticket, directory: Directory): MaskedPublication | undefined {
  const { finding, againstDepartmentId } = ticket
  if (!finding || againstDepartmentId === undefined) return undefined
  const clean = cleaner(ticket, [])
  const unit = indexDirectory(directory).departments.get(againstDepartmentId)?.shortName ?? '有关单位'
  const down = isTakenDown(finding)
  const changes = changesOf(finding).map(({ kind, reason, approval, at }) => ({
    kind,
    reason: clean(reason),
    at: approval?.at ?? at,
  }))
  const publication: Publication = {
    ...head(ticket, directory),
    boards: ['findings'],
    // Neither the number nor the place of a 举报: who made it might be told by them.
    number: '',
    streetId: undefined,
    communityId: undefined,
    serviceCode: undefined,
    departmentId: finding.departmentId,
    subject: down ? `关于${unit}的核查结果已撤下` : `${unit}的问题已查实`,
    description: '',
    photos: [],
    replies: [],
    commitments: [],
    finding: {
      text: down ? '' : clean(finding.text),
      at: finding.at,
      departmentId: finding.departmentId,
      aboutDepartmentId: againstDepartmentId,
      ...(changes.length > 0 && { changes }),
    },
    coSignerCount: 0,
    open: false,
    submittedAt: finding.at,
    publishedAt: finding.approval?.at ?? finding.at,
  }
  return { publication: JSON.parse(JSON.stringify(publication)) as Publication, hidden: clean.hidden() }
}

function head(
  { _id, number, kind, serviceCode, place, lead, status, coSignerCount, submittedAt }: Ticket,
  directory: Directory,
) {
  const { areas } = indexDirectory(directory)
  const at = (level: string) => place.path.find((id) => areas.get(id)?.level === level)
  const streetId = at('street')
  const communityId = at('community')
  return {
    _id,
    number,
    kind,
    ...(serviceCode && { serviceCode }),
    ...(streetId && { streetId }),
    ...(communityId && { communityId }),
    ...(lead && { departmentId: lead.departmentId }),
    status,
    coSignerCount,
    open: isOpen(status),
    submittedAt,
  }
}

/** A question that the centre answered at once has its answer in the end's text. */
function answersAtOnce({ end }: Ticket, { settings }: Directory) {
  return end?.code === 'answeredAtOnce'
    ? [{ at: end.at, departmentId: settings.centreDepartmentId, text: end.text }]
    : []
}

function promiseOf({ clocks }: Ticket): Pick<Publication, 'promise'> {
  const promise = clocks.find(({ kind }) => kind === 'promise')
  if (!promise) return {}
  const { dueAt, stoppedAt } = promise
  return { promise: { dueAt, ...(stoppedAt !== undefined && { answeredAt: stoppedAt }) } }
}

function statusAtOf({ history }: Ticket): Pick<Publication, 'statusAt'> {
  const entered = history.findLast(({ from, to }) => from !== to)
  return entered ? { statusAt: entered.at } : {}
}

/** Masks texts of one ticket and counts what it hid, the subject's apart, which is the description's beginning; a name of one letter would hide half the language. */
function cleaner({ caller }: Ticket, hide: readonly string[]) {
  const words = [caller.name ?? '', caller.phone ?? '', ...hide].filter(({ length }) => length > 1)
  const counts = new Map<string, number>()
  const clean = (text: string, ofCaller = false, counted = true): string => {
    const masked = mask(text, { words, ofCaller })
    if (counted)
      for (const { what, count } of masked.hidden) counts.set(what, (counts.get(what) ?? 0) + count)
    return masked.text
  }
  return Object.assign(clean, {
    hidden: () => [...counts].map(([what, count]) => ({ what, count })),
  })
}
