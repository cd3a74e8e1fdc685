import { peopleTime } from '../../notification/people-time'
import { running, stop } from '../draft-clocks'
import type { Steps } from '../step'

export const handling: Steps<'acknowledge' | 'contactResident'> = {
  /** 签收:专员确认接单,停止签收计时。 */
  acknowledge(draft) {
    stop(draft, 'acknowledge')
    draft.move('acknowledged')
    draft.record()
    const promise = running(draft, 'promise') ?? running(draft, 'reply')
    draft.tell({ to: 'caller' }, 'acknowledged', {
      department: draft.departmentName(draft.ticket.lead?.departmentId),
      dueAt: peopleTime(promise?.dueAt ?? draft.at),
    })
  },

  /** 先行联系: the first one stops its clock; an anonymous caller is contacted by a message on the ticket. */
  contactResident(draft, { how, note }) {
    const postId = draft.moment.by.postId ?? ''
    draft.ticket.contacts = [...draft.ticket.contacts, { at: draft.at, postId, how, note }]
    stop(draft, 'firstContact')
    draft.record({ code: how, text: note })
    if (how === 'message')
      draft.tell({ to: 'caller' }, 'contacted', {
        department: draft.departmentName(draft.ticket.lead?.departmentId),
        note,
      })
  },
}
