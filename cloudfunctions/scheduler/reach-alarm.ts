import type { Directory } from '../../typings/contract/directory'
import type { Message } from '../../typings/contract/messages'
import type { Reach } from '../../typings/contract/notification'
import type { Timestamp } from '../../typings/contract/time'
import { localDate } from '../domain/calendar/local-time'
import { render } from '../domain/notification/templates'
import { indexDirectory } from '../domain/routing/index-directory'
import { onDuty } from '../domain/routing/on-duty'
import { unreachableUnits } from '../domain/routing/reachability'
import { insertNew } from '../platform/cloud'
import { queueSendings } from './queue-sendings'

/** Alarms that this warm instance has already raised; losing them costs refused inserts. */
const raised = new Set<string>()
const rememberMost = 1000

const reasons: Record<Reach['unreachable'][number]['why'], string> = {
  vacant: '专员空缺',
  bothAway: '专员和B角都不在岗',
  noDeputy: '专员不在岗，也没有B角',
}

/** No person is on a ticket that this is about: nothing but urgency is asked of it. */
const nobody = {
  caller: { alias: '', secrecy: 'anonymous', notify: false },
  limitClass: 'general',
} as const

/** Once a day for each unit that nobody can be reached at: a message to every dispatcher on duty. */
export async function raiseReachAlarms(directory: Directory, at: Timestamp): Promise<number> {
  const date = localDate(at)
  let told = 0
  for (const unit of unreachableUnits(directory, at)) {
    const key = `unreachable:${unit.departmentId}.${date}`
    if (raised.has(key)) continue
    const messages = dispatchersOn(directory, at).map((one) => alarm(key, unit, one, at))
    told += await insertNew('messages', messages)
    await queueSendings(nobody, messages, directory, at)
    if (raised.size >= rememberMost) raised.clear()
    raised.add(key)
  }
  return told
}

function alarm(
  key: string,
  { name, why }: Reach['unreachable'][number],
  { personId, postId }: { personId: string; postId: string },
  at: Timestamp,
): Message {
  const { title, text, urgent } = render('unreachable', { department: name, why: reasons[why] })
  return {
    _id: `${key}:${personId}:inApp`,
    recipientId: personId,
    postId,
    page: 'staff/reach/reach',
    subject: name,
    template: 'unreachable',
    title,
    text,
    urgent,
    at,
    unread: true,
  }
}

function dispatchersOn(directory: Directory, at: Timestamp): { personId: string; postId: string }[] {
  const { posts } = indexDirectory(directory)
  return directory.posts
    .filter(({ role, active }) => role === 'dispatcher' && active)
    .flatMap(({ _id }) => {
      const duty = onDuty(_id, directory, at)
      const personId = duty && posts.get(duty.postId)?.personId
      return duty && personId !== undefined ? [{ personId, postId: duty.postId }] : []
    })
}
