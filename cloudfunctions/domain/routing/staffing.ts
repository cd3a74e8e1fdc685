import type { Department, Directory, Post } from '../../../typings/contract/directory'
import type { StaffedPost, UnitLine } from '../../../typings/contract/staffing'
import type { Timestamp } from '../../../typings/contract/time'
import { indexDirectory } from './index-directory'
import { contactPostOf, onDuty } from './on-duty'
import { unreachableUnits } from './reachability'

/** A角 and B角 of a unit, the contact first. */
export function staffedPosts(departmentId: string, directory: Directory): readonly Post[] {
  const contact = contactPostOf(departmentId, directory)
  const deputy = indexDirectory(directory).posts.get(contact?.deputyPostId ?? '')
  return [contact, deputy].flatMap((post) => post ?? [])
}

/** Active units, those where nobody can be reached first. */
export function unitLines(directory: Directory, at: Timestamp): UnitLine[] {
  const why = new Map(unreachableUnits(directory, at).map((unit) => [unit.departmentId, unit.why]))
  const line = ({ _id, name, class: kind }: Department): UnitLine => {
    const [contact, deputy] = staffedPosts(_id, directory)
    const alarm = why.get(_id)
    return {
      departmentId: _id,
      name,
      class: kind,
      contact: holderOf(contact),
      deputy: holderOf(deputy),
      ...(alarm && { why: alarm }),
    }
  }
  const lines = directory.departments.filter(({ active }) => active).map(line)
  return [...lines.filter((unit) => unit.why), ...lines.filter((unit) => !unit.why)]
}

const holderOf = (post: Post | undefined): string =>
  post?.personId === undefined ? '' : (post.holderName ?? post.title)

export function staffedPost(post: Post, directory: Directory, at: Timestamp): StaffedPost {
  const { _id, role, title, personId, holderName, dutyPhone, absence, invitation } = post
  const away = absence && (absence.to === undefined || absence.to > at) ? absence : undefined
  const moves = personId === undefined ? undefined : afterLeaving(post, directory, at)
  return {
    postId: _id,
    role: role === 'deputy' ? 'deputy' : 'contact',
    title,
    ...(personId !== undefined && { holderName: holderName ?? title }),
    ...(dutyPhone && { dutyPhone }),
    ...(away && { away: { from: away.from, ...(away.to !== undefined && { to: away.to }) } }),
    ...(invitation &&
      invitation.until > at && { invited: { name: invitation.name, until: invitation.until } }),
    ...(moves && { ifVacant: moves }),
  }
}

/** Who answers for the unit's work once nobody holds this post. */
function afterLeaving(post: Post, directory: Directory, at: Timestamp): StaffedPost['ifVacant'] {
  const contact = contactPostOf(post.departmentId, directory)
  if (!contact) return 'centre'
  const posts = directory.posts.map((one) => (one._id === post._id ? vacated(one) : one))
  const after = onDuty(contact._id, { ...directory, posts }, at)
  if (!after) return 'centre'
  return after.postId === onDuty(contact._id, directory, at)?.postId ? undefined : 'deputy'
}

/** The post without whoever held it; its phone is the post's and stays. */
export function vacated({
  personId: _person,
  holderName: _name,
  absence: _absence,
  invitation: _invitation,
  ...post
}: Post): Post {
  return post
}
