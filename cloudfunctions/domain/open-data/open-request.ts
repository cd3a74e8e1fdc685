import type { OpenRequest, OpenStatus } from '../../../typings/contract/open-data'
import type { Publication } from '../../../typings/contract/publication'
import { isoLocal, localDate } from '../calendar/local-time'
import type { DirectoryIndex } from '../routing/index-directory'
import { openStatus } from './open-status'

/** Of a description; the specification's limit. */
const charactersMost = 4000

/** XML 1.0 has no sign for these, so JSON leaves them out as well. */
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** The words of a publication as free text: line breaks stay, and are one kind. */
export const plainText = (text: string): string =>
  [...text.replace(unprintable, '').replace(/\r\n?/g, '\n')].slice(0, charactersMost).join('')

/**
 * A published matter as a row of Open311: a publication and nothing else goes in, so that no word comes out that was not
 * approved (decision 0010).
 * @param mediaUrl where its first approved photo is read
 */
export function openRequest(
  publication: Publication,
  { departments, areas, services }: DirectoryIndex,
  mediaUrl: (number: string) => string,
): OpenRequest {
  const { number, status, serviceCode, streetId, communityId, submittedAt, promise } = publication
  const named = [communityId, streetId].flatMap((id) => areas.get(id ?? '')?.name ?? [])
  return {
    service_request_id: number,
    status: openStatus[status].status,
    status_notes: plainText(notesOf(publication)),
    service_name: services.get(serviceCode ?? '')?.name ?? null,
    service_code: serviceCode ?? null,
    description: plainText(publication.description),
    agency_responsible: departments.get(publication.departmentId ?? '')?.name ?? null,
    service_notice: noticeOf(publication),
    requested_datetime: isoLocal(submittedAt),
    updated_datetime: isoLocal(updatedAt(publication)),
    expected_datetime: promise ? isoLocal(promise.dueAt) : null,
    address: named.join('，'),
    address_id: communityId ?? streetId ?? null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: publication.photos.length > 0 ? mediaUrl(number) : null,
  }
}

function notesOf({ status, replies }: Publication): string {
  const reply = replies.at(-1)
  return reply ? `${openStatus[status].notes}答复：${reply.text}` : openStatus[status].notes
}

/** What is going to be done: of a block its measure, otherwise the next promise that is still to be kept. */
function noticeOf({ block, commitments }: Publication): string | null {
  if (block && block.liftedAt === undefined)
    return plainText(`暂时办不了：${block.reason}。${block.measure}，${localDate(block.reviewAt)} 再核查。`)
  const next = commitments
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.promisedAt - b.promisedAt)[0]
  return next ? plainText(`承诺 ${localDate(next.promisedAt)} 前：${next.measure}`) : null
}

/** When it was closed; of an open one, when anything that everybody reads was last changed. */
function updatedAt({ status, statusAt, submittedAt, publishedAt, replies, commitments }: Publication) {
  const known = statusAt ?? submittedAt
  if (openStatus[status].status === 'closed') return known
  const kept = commitments.flatMap(({ fulfilledAt }) => fulfilledAt ?? [])
  return Math.max(known, publishedAt, ...replies.map(({ at }) => at), ...kept)
}

/** One key for all, by service, by state and by both: whatever is asked, one index answers it in order. */
export function openKeys({
  boards,
  serviceCode,
  status,
}: Pick<Publication, 'boards' | 'serviceCode' | 'status'>): string[] {
  if (!boards.includes('matters')) return []
  const state = openStatus[status].status
  return [openKey({}), openKey({ state })].concat(
    serviceCode ? [openKey({ serviceCode }), openKey({ serviceCode, state })] : [],
  )
}

export const openKey = ({
  serviceCode = '',
  state = '',
}: {
  serviceCode?: string
  state?: OpenStatus | ''
}) => `${serviceCode}/${state}`

/** Whether something that everybody could read may be read no more: files that hold it have to go at once. */
export function wordsTakenBack(before: Publication | undefined, after: Publication | undefined): boolean {
  if (!before) return false
  const still = new Set(after ? wordsOf(after) : [])
  return wordsOf(before).some((words) => !still.has(words))
}

const wordsOf = ({ description, replies, photos, commitments, block }: Publication): string[] => [
  description,
  ...replies.map(({ text }) => text),
  ...photos.map(({ fileId }) => fileId),
  ...commitments.map(({ measure }) => measure),
  ...(block ? [block.reason, block.measure] : []),
]
