import type { Guess } from '../../typings/contract/suggestion'
import type { TicketPage } from '../../typings/contract/views'
import { alarmTerms } from '../labels'

/** What the words of a call told before anybody read them, for those who may see it. */
export interface Heard {
  ticketId: string
  alarms: { key: string; term: string; said: string }[]
  /** Somebody may be in danger now; several people alone are not. */
  isUrgent: boolean
  /** Services that it may be, likeliest first; empty once it is dispatched. */
  choices: { serviceCode: string; name: string }[]
  why: string
  /** The centre may join it with another that says the same. */
  mayJoin: boolean
}

export function heardOf({ ticket, mayDo, names }: TicketPage): Heard {
  const { alarms = [], guess } = ticket
  return {
    ticketId: ticket._id,
    alarms: alarms.map(({ alarm, words }) => ({ key: alarm, term: alarmTerms[alarm], said: words })),
    isUrgent: alarms.some(({ alarm }) => alarm !== 'group'),
    choices: guess && mayDo.includes('dispatch') ? choicesOf(guess, names) : [],
    why: guess ? whyWords(guess) : '',
    mayJoin: mayDo.includes('merge'),
  }
}

function choicesOf({ serviceCode, alternatives }: Guess, names: TicketPage['names']): Heard['choices'] {
  const codes = [serviceCode, ...alternatives.map((one) => one.serviceCode)].filter(
    (code) => code !== undefined,
  )
  return [...new Set(codes)].map((code) => ({ serviceCode: code, name: names[code] ?? code }))
}

const saidBy: Record<Guess['basis'], string> = {
  model: '按学过的诉求判断',
  catalogueWords: '按目录里的词判断，没有学过这类诉求',
  both: '学过的诉求和目录里的词一致',
}

/** A share of words is no probability: it is not told as one. */
function whyWords({ basis, confidence, why }: Guess): string {
  const sure = basis === 'catalogueWords' ? '' : `，把握 ${Math.round(confidence * 100)}%`
  return `${saidBy[basis]}${sure}${why.length > 0 ? `。提到：${why.join('、')}` : ''}`
}
