import { refuse } from '../../errors'
import type { Steps } from '../step'

/** 电话告知: the caller sees that they were called; what was said is the staff's, as a note is. */
export const telling: Steps<'tellByPhone'> = {
  tellByPhone(draft, { call, whom, reached, text }) {
    const earlier = draft.ticket.history.find(
      ({ what, code }) => what === 'tellByPhone' && callOf(code) === call,
    )
    if (earlier) refuse('ALREADY_RECORDED')
    const outcome = reached ? 'reached' : 'unreached'
    if (whom === 'caller') draft.record({ what: reached ? 'calledYou' : 'calledInVain' })
    draft.record({ code: `${outcome}:${call}`, text, visibility: 'internal' })
  },
}

/** `reached:12:caller:1` → `12:caller:1` */
export const callOf = (code = ''): string => code.slice(code.indexOf(':') + 1)
