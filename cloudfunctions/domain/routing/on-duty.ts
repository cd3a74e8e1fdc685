import type { Department, Directory, Post } from '../../../typings/contract/directory'
import type { Timestamp } from '../../../typings/contract/time'
import { indexDirectory } from './index-directory'

export interface OnDuty {
  postId: string
  because: 'holder' | 'deputy'
}

/**
 * Who acts for a post at this instant: its holder, or the B角 while the holder is on leave, the post vacant or revoked.
 * Undefined: nobody can be reached, which is an alarm to the centre and never a reason to drop a ticket.
 */
export function onDuty(postId: string, directory: Directory, at: Timestamp): OnDuty | undefined {
  const { posts } = indexDirectory(directory)
  const post = posts.get(postId)
  if (!post) return undefined
  if (isReachable(post, at)) return { postId, because: 'holder' }
  const deputy = post.deputyPostId === undefined ? undefined : posts.get(post.deputyPostId)
  return deputy && isReachable(deputy, at) ? { postId: deputy._id, because: 'deputy' } : undefined
}

/** Leave begins at `from` and is over at `to`; without `to` it lasts until it is ended. */
function isReachable({ active, personId, absence }: Post, at: Timestamp): boolean {
  if (!active || personId === undefined) return false
  return !absence || at < absence.from || (absence.to !== undefined && at >= absence.to)
}

/** Active posts that a person holds. */
export const postsOf = (personId: string, directory: Directory): readonly Post[] =>
  indexDirectory(directory).postsByPerson.get(personId) ?? []

/** The department's active 民呼回应专员 post. */
export const contactPostOf = (departmentId: string, directory: Directory): Post | undefined =>
  indexDirectory(directory).contactPosts.get(departmentId)

/** Active posts of 督办员. */
export const supervisorPosts = (directory: Directory): readonly Post[] =>
  indexDirectory(directory).supervisorPosts

/** Who must give an opinion when this unit escalates (Art. 20). */
export function superiorOf(departmentId: string, directory: Directory): Department | undefined {
  const { departments } = indexDirectory(directory)
  const superiorId = departments.get(departmentId)?.superiorId
  return superiorId === undefined ? undefined : departments.get(superiorId)
}

/** The leader in charge (分管领导) of a department: its own, or that of the nearest superior who has one. */
export function leaderPostOf(departmentId: string, directory: Directory): Post | undefined {
  const { leaderPosts } = indexDirectory(directory)
  const seen = new Set<string>()
  for (let id: string | undefined = departmentId; id !== undefined && !seen.has(id);) {
    const post = leaderPosts.get(id)
    if (post) return post
    seen.add(id)
    id = superiorOf(id, directory)?._id
  }
  return undefined
}
