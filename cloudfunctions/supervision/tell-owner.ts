import type { Directory } from '../../typings/contract/directory'
import type { Message } from '../../typings/contract/messages'
import type { MonthPlan } from '../../typings/contract/plans'
import type { Timestamp } from '../../typings/contract/time'
import { render } from '../domain/notification/templates'
import { indexDirectory } from '../domain/routing/index-directory'
import { contactPostOf, onDuty } from '../domain/routing/on-duty'
import { insertNew } from '../platform/cloud'

/** The contact of the unit in charge, or who stands in, hears of each change once. */
export async function tellOwner(plan: MonthPlan, directory: Directory, at: Timestamp): Promise<void> {
  const contact = contactPostOf(plan.departmentId, directory)
  const duty = contact && onDuty(contact._id, directory, at)
  const personId = duty && indexDirectory(directory).posts.get(duty.postId)?.personId
  if (!duty || personId === undefined) return
  const { title, text, urgent } = render('planGiven', {
    title: plan.title,
    measures: plan.measures,
    dueOn: plan.dueOn,
  })
  const message: Message = {
    _id: `plan:${plan._id}.${plan.version}:${personId}:inApp`,
    recipientId: personId,
    postId: duty.postId,
    page: `oversight/plan/plan?planId=${encodeURIComponent(plan._id)}`,
    subject: plan.title,
    template: 'planGiven',
    title,
    text,
    urgent,
    at,
    unread: true,
  }
  await insertNew('messages', [message])
}
