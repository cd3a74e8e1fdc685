import type { Directory } from '../../typings/contract/directory'
import type { Session } from '../../typings/contract/session'
import { indexDirectory } from '../domain/routing/index-directory'
import { onDuty } from '../domain/routing/on-duty'
import type { Caller } from './caller'

/** The posts that a person holds, as their own phone is told of them. */
export function ownPosts({ posts }: Caller, directory: Directory, now: number): Session['posts'] {
  const { departments } = indexDirectory(directory)
  return posts.map(({ _id, role, title, departmentId, areaId }) => {
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
  })
}
