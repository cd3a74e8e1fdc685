import { localTime } from '../calendar/local-time'
import type { Draft } from './draft'
import { running } from './draft-clocks'

/** [S] Two hours, as 北京's first class has for its feedback (norms.md §2); a profile may say otherwise. */
const onTheSpotMinutes = 120

const minutes = (ms: number) => Math.round(ms / 60_000)

/** The call itself, for volume and for the heat by place and hour. */
export function countCall(draft: Draft) {
  const { ticket, moment } = draft
  draft.count(
    { kind: 'call', ref: '1', hour: Number(localTime(ticket.submittedAt).slice(0, 2)) },
    ticket.lead?.departmentId ?? moment.rules.directory.settings.centreDepartmentId,
  )
}

/** The first outcome that reaches the resident, against the promise as it stands: before the promise is stopped. */
export function countOutcome(draft: Draft) {
  const { ticket, moment, at } = draft
  const promise = running(draft, 'promise')
  if (!promise) return
  const takenMinutes = minutes(at - ticket.submittedAt)
  draft.count(
    {
      kind: 'outcome',
      ref: '1',
      takenMinutes,
      promisedMinutes: minutes(promise.dueAt - ticket.submittedAt),
      onTheSpot: takenMinutes <= (moment.rules.profile.onTheSpotMinutes ?? onTheSpotMinutes),
    },
    ticket.lead?.departmentId ?? moment.rules.directory.settings.centreDepartmentId,
  )
}
