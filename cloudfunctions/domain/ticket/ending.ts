import type { EndCode } from '../../../typings/contract/ticket'
import type { Draft } from './draft'
import { stop, windUp } from './draft-clocks'
import { countOutcome } from './outcome'
import { endStatusOf } from './status'

/** An end other than `closed`: with a code and a text to the resident, always (decisions.md). */
export function end(draft: Draft, code: EndCode, text: string) {
  stop(draft, 'accept')
  if (code === 'answeredAtOnce') countOutcome(draft)
  stop(draft, 'promise')
  windUp(draft)
  draft.ticket.end = { code, text, at: draft.at }
  draft.move(endStatusOf[code])
  draft.record({ code, text })
  draft.tell({ to: 'caller' }, 'ended', { text })
}

/** 归档: only after a reply and a finished callback. */
export function close(draft: Draft) {
  windUp(draft)
  draft.move('closed')
  draft.record({ what: 'close' })
  draft.tell({ to: 'caller' }, 'closed')
}
