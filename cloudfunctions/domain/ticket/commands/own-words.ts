import { quotesCaller } from '../../audit/callers-words'
import { refuse } from '../../errors'
import { isSecondCallOpen } from '../second-call'
import type { Steps } from '../step'

/** What stands where a caller's words stood. */
export const erasedWords = '（本人已删除）'

/** What callers do with what they said of themselves. */
export const ownWords: Steps<'reveal' | 'forgoPriority' | 'erase'> = {
  /** The code goes on working: it may be on paper somewhere. */
  reveal(draft, { secrecy, name, phone, alias }) {
    const { caller } = draft.ticket
    if (caller.secrecy !== 'anonymous' || alias === undefined) return refuse('NOT_ANONYMOUS')
    draft.ticket.caller = { alias, secrecy, notify: true, phone, ...(name && { name }) }
    if (draft.ticket.lead) draft.tellLead('revealed')
    else draft.tellCentre('revealed')
    draft.record({ code: secrecy })
  },

  /** Who has it keeps to what was promised; from here on nobody reads that its caller is old, disabled … */
  forgoPriority(draft) {
    const { ticket } = draft
    if (!ticket.priority) return refuse('NO_PRIORITY')
    ticket.priority = false
    delete ticket.priorityGroup
    draft.record()
  },

  /** Who, where exactly and in which words; number, times, units and replies stay, as figures and duties hang on them. */
  erase(draft) {
    const { ticket, at } = draft
    if (ticket.erasedAt !== undefined) return refuse('ERASED')
    const { areaId, path } = ticket.place
    const { alias, secrecy } = ticket.caller
    ticket.erasedAt = at
    ticket.caller = { alias, secrecy, notify: false }
    ticket.subject = erasedWords
    ticket.description = erasedWords
    delete ticket.textId
    ticket.place = { areaId, path }
    delete ticket.priorityGroup
    ticket.answers = {}
    ticket.attachments = []
    ticket.terms = []
    ticket.signature = []
    delete ticket.alarms
    delete ticket.handover
    if (isSecondCallOpen(ticket.secondCall)) delete ticket.secondCall
    if (ticket.repeat) ticket.repeat = { ...ticket.repeat, reason: erasedWords }
    if (ticket.guess) ticket.guess = { ...ticket.guess, why: [] }
    ticket.supplements = ticket.supplements.map(({ id, at: then }) => ({
      id,
      at: then,
      text: erasedWords,
      attachments: [],
    }))
    ticket.contacts = ticket.contacts.map((contact) => ({ ...contact, note: erasedWords }))
    ticket.history = ticket.history.map((entry) =>
      entry.text !== undefined && quotesCaller(entry) ? { ...entry, text: erasedWords } : entry,
    )
    if (ticket.end?.code === 'withdrawn') ticket.end = { ...ticket.end, text: erasedWords }
    if (ticket.publication) ticket.publication = { ...ticket.publication, state: 'withheld' }
    ticket.outbox = ticket.outbox.map((item) =>
      item.kind === 'message' ? { ...item, params: { ...item.params, subject: erasedWords } } : item,
    )
    draft.record()
  },
}
