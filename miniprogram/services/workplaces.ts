import type { Session } from '../../typings/contract/session'
import type { Role } from '../../typings/contract/directory'

/** Where the holder of a post works; a role without a page here has none to switch to. */
const workplaces: Partial<Record<Role, string>> = {
  contact: '/staff/inbox/inbox',
  deputy: '/staff/inbox/inbox',
  dispatcher: '/staff/desk/desk',
  gridWorker: '/staff/grid/grid',
  supervisor: '/oversight/summary/summary',
  leader: '/oversight/summary/summary',
  admin: '/admin/settings/settings',
}

export interface Workplace {
  postId: string
  title: string
  unit: string
  url: string
}

export function workplacesOf({ posts }: Pick<Session, 'posts'>): Workplace[] {
  return posts.flatMap(({ postId, role, title, departmentName }) => {
    const url = workplaces[role]
    return url === undefined ? [] : [{ postId, title, unit: departmentName, url }]
  })
}
