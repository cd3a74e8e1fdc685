import type { Directory } from '../../../typings/contract/directory'
import type { Timestamp } from '../../../typings/contract/time'
import { indexDirectory } from '../routing/index-directory'
import { contactPostOf, onDuty } from '../routing/on-duty'
import type { Draft } from './draft'
import type { Ticket } from './ticket'

const handled: readonly Ticket['status'][] = ['dispatched', 'acknowledged']

/**
 * In the hands of a unit where nobody is left to be reached: it becomes the centre's to take back. An application to return
 * it is the centre's to rule on anyway.
 */
export function isOrphan(
  { status, lead, objection }: Pick<Ticket, 'status' | 'lead' | 'objection'>,
  directory: Directory,
  at: Timestamp,
): boolean {
  if (!lead || !handled.includes(status) || objection?.state === 'open') return false
  const unit = indexDirectory(directory).departments.get(lead.departmentId)
  return !unit?.active || onDuty(lead.postId, directory, at) === undefined
}

/** The unit's post that answers now, where the one that the work was given to does not any more. */
export function heirOf(
  { departmentId, postId }: { departmentId: string; postId: string },
  directory: Directory,
  at: Timestamp,
): string | undefined {
  if (onDuty(postId, directory, at)) return undefined
  const post = contactPostOf(departmentId, directory)
  return post && post._id !== postId && onDuty(post._id, directory, at) ? post._id : undefined
}

/** Work that belonged to a revoked post goes to the one that came in its place. @returns whether anything did. */
export function passOn(draft: Draft): boolean {
  const { ticket, at, moment } = draft
  const { directory } = moment.rules
  const heir = ticket.lead && heirOf(ticket.lead, directory, at)
  if (ticket.lead && heir) {
    ticket.lead = { ...ticket.lead, postId: heir }
    draft.tellLead('mentioned', { text: '原来的专员已不在岗，这件由您接着办理，时限不变。' })
  }
  const tasks = ticket.coTasks.map((task) => {
    const next = task.state === 'open' ? heirOf(task, directory, at) : undefined
    return next ? { ...task, postId: next } : task
  })
  const moved = tasks.some((task, i) => task !== ticket.coTasks[i])
  if (moved) ticket.coTasks = tasks
  return heir !== undefined || moved
}
