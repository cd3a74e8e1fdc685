import { z } from 'zod'
import type { Post } from '../../typings/contract/directory'
import type { Invitation, OnPost, UnitPage, UnitsPage } from '../../typings/contract/staffing'
import { refuse } from '../domain/errors'
import { dutyPhonePattern } from '../domain/routing/duty-phone'
import { indexDirectory } from '../domain/routing/index-directory'
import { unreachableUnits } from '../domain/routing/reachability'
import { staffedPost, staffedPosts, unitLines, vacated } from '../domain/routing/staffing'
import { type CallContext, operation } from '../platform/operation'
import { invitationCode, invitationHashes } from '../platform/secrets'
import { countHandled } from '../platform/stores/ticket-list'
import { guardAdmin, guardChange, saveChange } from './change'

/** How long a code waits for its person, ms. */
const invitationMs = 7 * 86_400_000

/** 各单位的 A、B 角是谁、联系不联系得上;联系不上的在前。 */
export const units = operation('directory.units', {
  input: z.object({}),
  async run(context): Promise<UnitsPage> {
    guardAdmin(context)
    const { directory, now } = context
    return Promise.resolve({ directoryVersion: directory.version, units: unitLines(directory, now) })
  },
})

/** 一个单位的岗位,和把人撤下来以后在办诉求归谁。 */
export const unit = operation('directory.unit', {
  input: z.object({ departmentId: z.string().max(80) }),
  async run(context): Promise<UnitPage> {
    guardAdmin(context)
    const { directory, now, input } = context
    const { departmentId } = input
    const { name } =
      indexDirectory(directory).departments.get(departmentId) ?? refuse('NOT_FOUND', 'input.departmentId')
    const why = unreachableUnits(directory, now).find((one) => one.departmentId === departmentId)?.why
    return {
      directoryVersion: directory.version,
      now,
      departmentId,
      name,
      ...(why && { why }),
      posts: staffedPosts(departmentId, directory).map((post) => staffedPost(post, directory, now)),
      handling: await countHandled(departmentId),
    }
  },
})

const onPost = { postId: z.string().max(80), directoryVersion: z.int().nonnegative() }

/** 请人上岗:给一个上岗码,拿着它的人接这个岗位;接了以后,原来的人就不在岗了。 */
export const invite = operation('directory.invite', {
  input: z.object({ ...onPost, name: z.string().trim().min(1).max(30) }),
  async run(context): Promise<Invitation> {
    guardChange(context)
    const { input, now, caller, directory } = context
    const post = findPost(context)
    const code = invitationCode(caller.openid, `${post._id}:${directory.version}`)
    const [hash = ''] = invitationHashes(code) ?? []
    const until = now + invitationMs
    const invitation = { hash, name: input.name, until }
    const text = `${unitOf(context, post)}${post.title}：请${input.name}上岗`
    return { ...(await savePost(context, { ...post, invitation }, text)), code, until }
  },
})

/** 把人从岗位上撤下来;在办诉求照规矩由 B 角接着办,或者回到中心。 */
export const vacate = operation('directory.vacate', {
  input: z.object(onPost),
  async run(context): Promise<{ directoryVersion: number }> {
    guardChange(context)
    const post = findPost(context)
    if (post.personId === undefined && !post.invitation) refuse('POST_VACANT', 'input.postId')
    const text = `${unitOf(context, post)}${post.title}：${post.personId === undefined ? '收回上岗码' : '不再由原来的人担任'}`
    return savePost(context, vacated(post), text)
  },
})

/** 值班电话,是岗位的,不是人的;空着就是没有。 */
export const setDutyPhone = operation('directory.setDutyPhone', {
  input: z.object({ ...onPost, dutyPhone: z.union([z.literal(''), z.string().regex(dutyPhonePattern)]) }),
  async run(context): Promise<{ directoryVersion: number }> {
    guardChange(context)
    const { dutyPhone: _old, ...post } = findPost(context)
    const { dutyPhone } = context.input
    const text = `${unitOf(context, post)}${post.title}：${dutyPhone ? '登记了值班电话' : '去掉了值班电话'}`
    return savePost(context, { ...post, ...(dutyPhone && { dutyPhone }) }, text)
  },
})

/** Only A角 and B角: who is an admin or a supervisor is not changed from here. */
function findPost({ input, directory }: CallContext<OnPost>): Post {
  const post = indexDirectory(directory).posts.get(input.postId)
  if (!post || (post.role !== 'contact' && post.role !== 'deputy')) return refuse('NOT_FOUND', 'input.postId')
  return post
}

const unitOf = ({ directory }: CallContext<unknown>, { departmentId }: Post): string =>
  indexDirectory(directory).departments.get(departmentId)?.shortName ?? ''

function savePost(context: CallContext<OnPost>, post: Post, text: string) {
  const { directory } = context
  const posts = directory.posts.map((one) => (one._id === post._id ? post : one))
  const change = { what: 'posts', collection: 'posts', row: { ...post }, text } as const
  return saveChange(context, { ...directory, posts }, change)
}
