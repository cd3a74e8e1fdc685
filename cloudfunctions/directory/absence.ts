import { z } from 'zod'
import type { Directory, Post } from '../../typings/contract/directory'
import type { Message } from '../../typings/contract/messages'
import type { AbsenceInput, Leave, LeavePage } from '../../typings/contract/notification'
import { refuse } from '../domain/errors'
import { peopleTime } from '../domain/notification/people-time'
import { render } from '../domain/notification/templates'
import { indexDirectory } from '../domain/routing/index-directory'
import { onDuty } from '../domain/routing/on-duty'
import { insertNew } from '../platform/cloud'
import { type CallContext, operation } from '../platform/operation'
import { changeDirectory, forgetDirectory } from '../platform/stores/directory-store'

/** 我的请假:我的专员职位,各由谁代理。 */
export const leave = operation('directory.leave', {
  input: z.object({}),
  async run({ caller, directory, now }): Promise<LeavePage> {
    const mine = caller.posts.filter(({ role }) => role === 'contact' || role === 'deputy')
    return { posts: mine.map((post) => leaveOf(post, directory, now)), now }
  },
})

function leaveOf(post: Post, directory: Directory, at: number): Leave {
  const { posts, departments } = indexDirectory(directory)
  const deputy = posts.get(post.deputyPostId ?? '')
  const over = post.absence?.to !== undefined && post.absence.to <= at
  return {
    postId: post._id,
    title: post.title,
    departmentName: departments.get(post.departmentId)?.name ?? '',
    ...(post.absence && !over && { absence: post.absence }),
    ...(deputy && {
      deputy: {
        title: deputy.title,
        name: deputy.holderName ?? '',
        reachable: onDuty(deputy._id, directory, at) !== undefined,
      },
    }),
  }
}

/** 请假与销假:期间由 B 角代理,工单不用动;告诉 B 角。 */
export const setAbsence = operation('directory.setAbsence', {
  input: z.object({
    postId: z.string().max(80),
    absence: z
      .object({
        from: z.int().positive(),
        to: z.int().positive().optional(),
        reason: z.string().trim().min(1).max(100),
      })
      .optional(),
  }),
  async run(context: CallContext<AbsenceInput>): Promise<{ directoryVersion: number }> {
    const { input, caller, directory, now } = context
    const post =
      directory.posts.find(({ _id }) => _id === input.postId) ?? refuse('NOT_FOUND', 'input.postId')
    const mine = caller.posts.some(({ _id }) => _id === post._id)
    const centre = caller.posts.some(
      ({ role }) => role === 'dispatcher' || role === 'supervisor' || role === 'admin',
    )
    if (!mine && !centre) refuse('NOT_ALLOWED', 'input.postId')
    const { absence } = input
    if (absence?.to !== undefined && (absence.to <= absence.from || absence.to <= now))
      refuse('INVALID_INPUT', 'input.absence.to')
    const { absence: _old, ...present } = post
    const row = absence ? { ...present, absence } : present
    const directoryVersion = await changeDirectory(directory.version, 'posts', { ...row })
    forgetDirectory()
    if (directoryVersion === undefined) return refuse('VERSION_CONFLICT', 'input.directoryVersion')
    await tellDeputy(post, context, directoryVersion)
    return { directoryVersion }
  },
})

/** In the message centre; the open work itself is found by post and needs no message. */
async function tellDeputy(post: Post, { input, directory, now }: CallContext<AbsenceInput>, version: number) {
  const deputy = indexDirectory(directory).posts.get(post.deputyPostId ?? '')
  if (deputy?.personId === undefined) return
  const { absence } = input
  if (!absence && !post.absence) return
  const template = absence ? 'standIn' : 'standInOver'
  const { title, text, urgent } = render(template, {
    name: post.holderName ?? post.title,
    ...(absence && {
      from: peopleTime(absence.from),
      until: absence.to === undefined ? '什么时候回来还没有定' : `${peopleTime(absence.to)} 返岗`,
    }),
  })
  const message: Message = {
    _id: `leave:${post._id}.${version}:${deputy.personId}:inApp`,
    recipientId: deputy.personId,
    postId: deputy._id,
    page: 'staff/inbox/inbox',
    template,
    title,
    text,
    urgent,
    at: now,
    unread: true,
  }
  await insertNew('messages', [message])
}
