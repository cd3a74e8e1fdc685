import { z } from 'zod'
import type { TakenUp } from '../../typings/contract/staffing'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { vacated } from '../domain/routing/staffing'
import { operation } from '../platform/operation'
import { invitationHashes } from '../platform/secrets'
import { changeDirectory, forgetDirectory, loadDirectory } from '../platform/stores/directory-store'
import { countTry } from '../platform/stores/try-store'

/** Codes an hour, so that none can be guessed. */
const triesAnHour = 10

/** 凭上岗码上岗:这部手机的人从此担任那个岗位;码只用一次。 */
export const takeUp = operation('directory.takeUp', {
  input: z.object({ code: z.string().trim().min(1).max(40) }),
  async run({ input, caller, now }): Promise<TakenUp> {
    const tries = await countTry(`${caller.personId}:post:${Math.floor(now / 3_600_000)}`, now)
    if (tries > triesAnHour) refuse('TOO_MANY_TRIES')
    const hashes = invitationHashes(input.code) ?? refuse('INVITATION_UNKNOWN', 'input.code')
    // The code may be younger than what this instance knows.
    forgetDirectory()
    const directory = await loadDirectory()
    const post = directory.posts.find(
      ({ active, invitation }) =>
        active && invitation && invitation.until > now && hashes.includes(invitation.hash),
    )
    if (!post?.invitation) return refuse('INVITATION_UNKNOWN', 'input.code')
    const { posts, departments } = indexDirectory(directory)
    const other =
      posts.get(post.deputyPostId ?? '') ?? directory.posts.find((one) => one.deputyPostId === post._id)
    if (other?.personId === caller.personId) refuse('POST_SAME_PERSON', 'input.code')
    const row = { ...vacated(post), personId: caller.personId, holderName: post.invitation.name }
    const departmentName = departments.get(post.departmentId)?.name ?? ''
    const change = { at: now, by: post._id, what: 'posts', text: `${departmentName}：凭上岗码上岗` } as const
    const directoryVersion = await changeDirectory(directory.version, 'posts', row, change)
    forgetDirectory()
    if (directoryVersion === undefined) return refuse('VERSION_CONFLICT', 'input.code')
    return { title: post.title, departmentName, directoryVersion }
  },
})
