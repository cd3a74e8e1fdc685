import type { Publication, PublicationList } from '../../typings/contract/publication'
import { commitmentWords, kindWords, othersStatusWords } from '../labels'
import { dayWords } from './people-time'

/** A published matter, ready to be drawn in a list or on its own page. */
export interface PublicationWords {
  publicationId: string
  subject: string
  description: string
  /** Where it is now, in one sentence. */
  sentence: string
  place: string
  service: string
  serviceCode: string
  when: string
  photos: Publication['photos']
  replies: { key: string; unit: string; when: string; text: string }[]
  promises: { key: string; measure: string; unit: string; date: string; state: string; tone: Tone }[]
  block: { reason: string; measure: string; review: string } | null
  finding: { unit: string; about: string; when: string; text: string; changes: Change[] } | null
  coSigners: number
  open: boolean
  number: string
}

/** 已更正 or 已撤下, when and why. */
interface Change {
  key: string
  says: string
  reason: string
}

/** Never alone: words say the same. */
type Tone = 'good' | 'late' | 'open'

const toneOf = { open: 'open', kept: 'good', keptLate: 'late', broken: 'late' } as const

export const publicationWordsOf = ({ publications, names }: PublicationList): PublicationWords[] =>
  publications.map((one) => wordsOf(one, names))

function wordsOf(one: Publication, names: Readonly<Record<string, string>>): PublicationWords {
  const { finding, block } = one
  const name = (id: string | undefined) => names[id ?? ''] ?? ''
  return {
    publicationId: one._id,
    subject: one.subject,
    description: one.description,
    sentence: sentenceOf(one, name(one.departmentId)),
    place: [name(one.streetId), name(one.communityId)].filter(Boolean).join(' '),
    service: name(one.serviceCode) || kindWords[one.kind],
    serviceCode: one.serviceCode ?? '',
    when: dayWords(one.submittedAt),
    photos: one.photos,
    replies: one.replies.map((reply, index) => ({
      key: String(index),
      unit: name(reply.departmentId),
      when: dayWords(reply.at),
      text: reply.text,
    })),
    promises: one.commitments.map((promise) => ({
      key: promise.id,
      measure: promise.measure,
      unit: name(promise.departmentId),
      date: `${dayWords(promise.promisedAt)}前`,
      state: promise.fulfilledAt
        ? `${commitmentWords[promise.state]}（${dayWords(promise.fulfilledAt)}）`
        : commitmentWords[promise.state],
      tone: toneOf[promise.state],
    })),
    block: block
      ? { reason: block.reason, measure: block.measure, review: `${dayWords(block.reviewAt)}再核查` }
      : null,
    finding: finding
      ? {
          unit: name(finding.departmentId),
          about: name(finding.aboutDepartmentId),
          when: dayWords(finding.at),
          text: finding.text,
          changes: changesOf(finding),
        }
      : null,
    coSigners: one.coSignerCount,
    open: one.open,
    number: one.number,
  }
}

const changesOf = ({ changes = [] }: NonNullable<Publication['finding']>): Change[] =>
  changes.map(({ kind, reason, at }, index) => ({
    key: String(index),
    says: `${dayWords(at)}${kind === 'correct' ? '已更正' : '已撤下'}`,
    reason,
  }))

/** 望汀区城市管理局已答复，比承诺早 2 天 · 正在办理 */
function sentenceOf({ finding, status, promise, replies, open, block }: Publication, unit: string): string {
  if (finding) return changesOf(finding).slice(-1)[0]?.says ?? '已查实'
  const who = unit || '区民呼我应中心'
  if (replies.length > 0) return `${who}已答复${promise ? againstPromise(promise) : ''}`
  if (block && block.liftedAt === undefined) return `${who}正在跟踪，暂时办不了`
  const standing = othersStatusWords[status]
  return open ? `${who}${standing}` : standing
}

function againstPromise({ dueAt, answeredAt }: NonNullable<Publication['promise']>): string {
  if (answeredAt === undefined) return ''
  return answeredAt <= dueAt ? '，在承诺的时间内' : '，晚于承诺的时间'
}
