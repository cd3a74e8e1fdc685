import type { Directory } from '../../typings/contract/directory'
import { localDate } from '../domain/calendar/local-time'
import { wordsTakenBack } from '../domain/open-data/open-request'
import { publicationOf } from '../domain/publication/publication'
import type { Ticket } from '../domain/ticket/ticket'
import { outdateOpenFile } from '../platform/stores/open-file-store'
import { dropPublication, findPublication, keepPublication } from '../platform/stores/publication-store'

/** The square reads what stands here and nothing else; written whole each time, so that a repeat changes nothing. */
export async function publish(ticket: Ticket, directory: Directory): Promise<void> {
  const publication = publicationOf(ticket, directory)
  const before = await findPublication(ticket._id)
  const outdate = (takenBack: boolean) =>
    outdateOpenFile('requests', localDate(ticket.submittedAt).slice(0, 7), takenBack)
  // Before the words go, so that a run that dies in between takes the file back all the same.
  const takenBack = wordsTakenBack(before, publication)
  if (takenBack) await outdate(true)
  if (publication) await keepPublication(publication)
  else await dropPublication(ticket._id)
  if (before?.boards.includes('matters') || publication?.boards.includes('matters')) await outdate(takenBack)
}
