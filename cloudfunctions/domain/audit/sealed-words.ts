import type { Ticket } from '../ticket/ticket'
import { canonical } from './canonical'

export type Spoken = Pick<
  Ticket,
  'history' | 'subject' | 'description' | 'textId' | 'place' | 'answers' | 'attachments' | 'supplements'
>

/**
 * What was said with a line, and may be taken out again by who said it: the line's text, the call itself where it was
 * submitted, the addition where it was supplemented. Undefined where nothing was said.
 */
export function wordsAt(ticket: Spoken, index: number): string | undefined {
  const { history, supplements } = ticket
  const line = history[index]
  if (line?.what === 'submit') return canonical([line.text ?? '', callOf(ticket)])
  if (line?.what !== 'supplement') return line?.text
  const before = history.slice(0, index).filter(({ what }) => what === 'supplement').length
  const { text = '', attachments = [] } = supplements[before] ?? {}
  return canonical([line.text ?? '', text, attachments])
}

function callOf({ subject, description, textId, place, answers, attachments }: Spoken) {
  const { address, point } = place
  return { subject, description, textId, address, point, answers, attachments }
}
