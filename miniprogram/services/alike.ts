import type { SimilarOutput } from '../../typings/contract/similar'
import { othersStatusWords, statusWords } from '../labels'
import { dayWords } from './people-time'

/** What neighbours called about already, as the form shows it. */
export interface AlikeWords {
  ticketId: string
  own: boolean
  title: string
  people: string
  standing: string
}

export interface Alike {
  /** The likest one. */
  first: AlikeWords | null
  /** Of those whose callers don't want them shown. */
  others: string
}

export const nothingAlike: Alike = { first: null, others: '' }

export function alikeWords({ items, hidden }: SimilarOutput): Alike {
  const [item] = items
  const others = hidden > 0 ? `附近还有 ${hidden} 件类似的诉求，正在办。` : ''
  if (!item) return { first: null, others }
  const title = `${item.place} · ${item.title}`
  const people = item.own ? '您反映过这件事' : `附近 ${item.coSigners + 1} 位居民反映过同一件事`
  const standing = `${dayWords(item.since)}提交，${(item.own ? statusWords : othersStatusWords)[item.status]}`
  return { first: { ticketId: item.ticketId, own: item.own, title, people, standing }, others }
}
