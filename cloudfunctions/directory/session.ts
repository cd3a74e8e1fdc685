import { z } from 'zod'
import type { Session } from '../../typings/contract/session'
import { indexDirectory } from '../domain/routing/index-directory'
import { onDuty } from '../domain/routing/on-duty'
import { refuse } from '../domain/errors'
import { operation } from '../platform/operation'
import { keepMapping } from '../platform/stores/caller-store'

/** 我是谁:在岗的职位,和通知要用的对照(只写一次)。 */
export const session = operation('directory.session', {
  input: z.object({}),
  async run({ caller, directory, now }): Promise<Session> {
    const { departments } = indexDirectory(directory)
    await keepMapping(caller.aliases[0] ?? refuse('NOT_IDENTIFIED'), caller.openid)
    const [first] = caller.posts
    return {
      ...(first?.holderName && { displayName: first.holderName }),
      posts: caller.posts.map(({ _id, role, title, departmentId, areaId }) => {
        const department = departments.get(departmentId)
        return {
          postId: _id,
          role,
          title,
          departmentId,
          departmentName: department?.name ?? departmentId,
          ...(department && { departmentClass: department.class }),
          areaId,
          onLeave: onDuty(_id, directory, now)?.because !== 'holder',
        }
      }),
      tenantName: directory.settings.tenantName,
      directoryVersion: directory.version,
      now,
    }
  },
})
