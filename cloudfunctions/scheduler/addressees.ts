import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { contactPostOf, leaderPostOf, onDuty, supervisorPosts } from '../domain/routing/on-duty'
import { indexDirectory } from '../domain/routing/index-directory'
import type { TemplateId } from '../domain/notification/templates'
import type { OutboxItem, Recipient, Ticket } from '../domain/ticket/ticket'
import { isAccused } from '../domain/access/accused'
import { coSignersOf } from '../platform/stores/co-signer-store'

/** Whose message box: a resident's alias or a staff member's `people` id. */
export interface Addressee {
  recipientId: string
  postId?: string
}

/** What everybody hears who shares the matter; the rest is between the unit and the caller alone. */
const shared: readonly TemplateId[] = [
  'transferred',
  'extended',
  'blocked',
  'unblocked',
  'committed',
  'commitmentKept',
  'answered',
  'ended',
  'closed',
]

/** People behind a recipient at this instant. A post that nobody can be reached at falls to the centre, as an alarm. */
export async function addressees(
  ticket: Ticket,
  { recipient, template }: Extract<OutboxItem, { kind: 'message' }>,
  directory: Directory,
  at: Timestamp,
): Promise<Addressee[]> {
  const posts = (ids: readonly string[]) => onPosts(unaccused(ids, ticket, directory), directory, at)
  const centre = () => posts(dispatchers(directory))
  const supervisors = () => posts(supervisorPosts(directory).map(({ _id }) => _id))
  switch (recipient.to) {
    case 'caller': {
      const coSigners =
        ticket.coSignerCount > 0 && shared.includes(template) ? await coSignersOf(ticket._id) : []
      const wanted = ticket.caller.notify ? [ticket.caller.alias] : []
      return [...new Set([...wanted, ...coSigners])].map((recipientId) => ({ recipientId }))
    }
    case 'post':
      return orElse(posts([recipient.postId]), centre)
    case 'department': {
      const post = contactPostOf(recipient.departmentId, directory)
      return orElse(posts(post ? [post._id] : []), centre)
    }
    case 'role':
      return orElse(posts(rolePosts(ticket, recipient.role, directory)), supervisors)
  }
}

/** 回避: nobody of an accused unit is told anything; of the centre's own, the supervisors are left. */
function unaccused(ids: readonly string[], ticket: Ticket, directory: Directory): string[] {
  const { posts } = indexDirectory(directory)
  return ids.filter((id) => {
    const post = posts.get(id)
    return post?.role === 'supervisor' || !isAccused(post?.departmentId, ticket, directory)
  })
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

const orElse = (found: Addressee[], instead: () => Addressee[]): Addressee[] =>
  found.length > 0 ? found : instead()
