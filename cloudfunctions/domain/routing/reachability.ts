import type { Directory, Post } from '../../../typings/contract/directory'
import type { Reach } from '../../../typings/contract/notification'
import type { Timestamp } from '../../../typings/contract/time'
import { indexDirectory } from './index-directory'
import { contactPostOf, onDuty } from './on-duty'

/** Active units at which nobody can be reached now, and why: an alarm at the centre. */
export function unreachableUnits(directory: Directory, at: Timestamp): Reach['unreachable'] {
  return directory.departments
    .filter(({ active }) => active)
    .flatMap((department) => {
      const contact = contactPostOf(department._id, directory)
      if (contact && onDuty(contact._id, directory, at)) return []
      return [{ departmentId: department._id, name: department.name, why: whyNobody(contact) }]
    })
}

function whyNobody(contact: Post | undefined): Reach['unreachable'][number]['why'] {
  if (contact?.personId === undefined) return 'vacant'
  return contact.deputyPostId === undefined ? 'noDeputy' : 'bothAway'
}

/** Contacts on leave now or from a later day on, with who stands in. */
export function awayContacts(directory: Directory, at: Timestamp): Reach['away'] {
  const { posts, departments } = indexDirectory(directory)
  return directory.posts
    .filter(({ role, active }) => active && (role === 'contact' || role === 'deputy'))
    .flatMap(({ _id, absence, departmentId, holderName, title, deputyPostId }) => {
      if (!absence || (absence.to !== undefined && absence.to <= at)) return []
      const deputy = posts.get(deputyPostId ?? '')
      return [
        {
          postId: _id,
          name: [departments.get(departmentId)?.shortName, holderName ?? title].filter(Boolean).join(' '),
          from: absence.from,
          ...(absence.to !== undefined && { to: absence.to }),
          ...(deputy?.holderName && { deputy: deputy.holderName }),
        },
      ]
    })
    .sort((a, b) => a.from - b.from)
}
