import type { Directory, Post } from '../../typings/contract/directory'
import { postsOf } from '../domain/routing/on-duty'
import type { Actor } from '../domain/ticket/ticket'
import { cloud } from './cloud'
import { callerAliases, personIds } from './secrets'

/** Who calls, from the platform's context alone. Read inside the handler: a warm instance serves other people. */
export interface Caller {
  /** Stays inside the edge; never stored on a ticket, logged or returned. */
  openid: string
  /** Current first. */
  aliases: readonly string[]
  personId: string
  posts: readonly Post[]
  /** As whom they may act: each post they hold, then the resident they are. */
  actors: readonly Actor[]
}

/** Who reads what is everybody's, from a page that knows no login. */
export const nobody: Caller = { openid: '', aliases: [], personId: '', posts: [], actors: [] }

export function openidOfCall(): string | undefined {
  return cloud.auth().getUserInfo().openId || undefined
}

export function callerOf(openid: string, directory: Directory | undefined): Caller {
  const ids = personIds(openid)
  const aliases = callerAliases(openid)
  const posts = directory ? ids.flatMap((id) => postsOf(id, directory)) : []
  const personId = ids[0] ?? ''
  const asStaff = posts.map(({ _id, role, departmentId }): Actor => ({
    role,
    postId: _id,
    departmentId,
    personId,
  }))
  const asResident = aliases.map((alias): Actor => ({ role: 'resident', alias }))
  return { openid, aliases, personId, posts, actors: [...asStaff, ...asResident] }
}
