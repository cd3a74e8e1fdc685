import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { contactPostOf, leaderPostOf, onDuty, supervisorPosts } from '../domain/routing/on-duty'
import { indexDirectory } from '../domain/routing/index-directory'
import type { Recipient, Ticket } from '../domain/ticket/ticket'
import { coSignersOf } from '../platform/stores/co-signer-store'

/** Whose message box: a resident's alias or a staff member's `people` id. */
export interface Addressee {
  recipientId: string
  postId?: string
}

/** People behind a recipient at this instant. A post that nobody can be reached at falls to the centre, as an alarm. */
export async function addressees(
  ticket: Ticket,
  recipient: Recipient,
  directory: Directory,
  at: Timestamp,
): Promise<Addressee[]> {
  const posts = (ids: readonly string[]) => onPosts(ids, directory, at)
  switch (recipient.to) {
    case 'caller': {
      const coSigners = ticket.coSignerCount > 0 ? await coSignersOf(ticket._id) : []
      return [ticket.caller.alias, ...coSigners].map((recipientId) => ({ recipientId }))
    }
    case 'post':
      return orCentre(posts([recipient.postId]), directory, at)
    case 'department': {
      const post = contactPostOf(recipient.departmentId, directory)
      return orCentre(posts(post ? [post._id] : []), directory, at)
    }
    case 'role':
      return posts(rolePosts(ticket, recipient.role, directory))
  }
}

function rolePosts(
  ticket: Ticket,
  role: Extract<Recipient, { to: 'role' }>['role'],
  directory: Directory,
): string[] {
  if (role === 'supervisor') return supervisorPosts(directory).map(({ _id }) => _id)
  if (role === 'dispatcher') return dispatchers(directory)
  const leader = leaderPostOf(ticket.lead?.departmentId ?? '', directory)
  return leader ? [leader._id] : supervisorPosts(directory).map(({ _id }) => _id)
}

const dispatchers = (directory: Directory): string[] =>
  directory.posts.filter(({ role, active }) => role === 'dispatcher' && active).map(({ _id }) => _id)

function onPosts(ids: readonly string[], directory: Directory, at: Timestamp): Addressee[] {
  const found = new Map<string, Addressee>()
  for (const id of ids) {
    const duty = onDuty(id, directory, at)
    const personId = duty && indexDirectory(directory).posts.get(duty.postId)?.personId
    if (duty && personId !== undefined) found.set(personId, { recipientId: personId, postId: duty.postId })
  }
  return [...found.values()]
}

function orCentre(found: Addressee[], directory: Directory, at: Timestamp): Addressee[] {
  return found.length > 0 ? found : onPosts(dispatchers(directory), directory, at)
}
