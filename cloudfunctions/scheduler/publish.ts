import type { Directory } from '../../typings/contract/directory'
import { publicationOf } from '../domain/publication/publication'
import type { Ticket } from '../domain/ticket/ticket'
import { dropPublication, keepPublication } from '../platform/stores/publication-store'

/** The square reads what stands here and nothing else; written whole each time, so that a repeat changes nothing. */
export async function publish(ticket: Ticket, directory: Directory): Promise<void> {
  const publication = publicationOf(ticket, directory)
  if (publication) await keepPublication(publication)
  else await dropPublication(ticket._id)
}
