import { z } from 'zod'
import type { HomePage } from '../../typings/contract/home'
import { lists } from '../domain/access/rows'
import { addDays, localDate } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { periodOf } from '../domain/statistics/period'
import { openStatuses } from '../domain/ticket/status'
import { rulesOf } from '../domain/ticket/rules'
import { nameAll } from '../platform/names'
import { ownPosts } from '../platform/own-posts'
import { type CallContext, operation } from '../platform/operation'
import { rollupsBetween } from '../platform/stores/fact-store'
import { messagesFor } from '../platform/stores/message-store'
import { listOwn } from '../platform/stores/ticket-list'
import { limits } from './shapes'

const shown = 3

/** 首页一次读完:我的在办诉求、未读消息、全区本期按时答复的分子和分母(到昨天为止,谁都能看)。 */
export const home = operation('tickets.home', {
  input: z.object({}),
  async run(context): Promise<HomePage> {
    const { caller, directory, now } = context
    const { aliases, personId } = caller
    const actor = caller.actors.find(({ role }) => role === 'resident') ?? refuse('NOT_IDENTIFIED')
    const [{ tickets }, { messages }, answered] = await Promise.all([
      listOwn(lists.mine.rows({ actor, aliases, at: now }), limits.pageSize),
      messagesFor([...aliases, personId], limits.pageSize),
      answeredInTime(context),
    ])
    const open = tickets.filter(({ status }) => (openStatuses as readonly string[]).includes(status))
    const first = open.slice(0, shown)
    return {
      tenantName: directory.settings.tenantName,
      posts: ownPosts(caller, directory, now),
      open: first,
      moreOpen: open.length - first.length,
      names: nameAll(first, indexDirectory(directory)),
      answered,
      unread: messages.filter(({ readAt }) => readAt === undefined).length,
      now,
    }
  },
})

/** Rolled-up days only: a page that everybody opens must not read today's facts one by one. */
async function answeredInTime({ directory, now }: CallContext<unknown>): Promise<HomePage['answered']> {
  const today = localDate(now)
  const { from } = periodOf(today, rulesOf(directory).profile.assessmentStartsOn)
  const to = addDays(today, -1)
  const rows = from > to ? [] : await rollupsBetween(from, to)
  const sum = (field: 'replyMet' | 'replyDue') =>
    rows.reduce((total, { counts }) => total + (counts[field] ?? 0), 0)
  return { from, to, numerator: sum('replyMet'), denominator: sum('replyDue') }
}
