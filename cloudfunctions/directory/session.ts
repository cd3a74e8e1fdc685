import { z } from 'zod'
import type { Session } from '../../typings/contract/session'
import { refuse } from '../domain/errors'
import { operation } from '../platform/operation'
import { ownPosts } from '../platform/own-posts'
import { keepMapping } from '../platform/stores/caller-store'

/** 我是谁:在岗的职位,和通知要用的对照(只写一次)。 */
export const session = operation('directory.session', {
  input: z.object({}),
  async run({ caller, directory, now }): Promise<Session> {
    await keepMapping(caller.aliases[0] ?? refuse('NOT_IDENTIFIED'), caller.openid)
    const [first] = caller.posts
    return {
      ...(first?.holderName && { displayName: first.holderName }),
      posts: ownPosts(caller, directory, now),
      tenantName: directory.settings.tenantName,
      directoryVersion: directory.version,
      now,
    }
  },
})
