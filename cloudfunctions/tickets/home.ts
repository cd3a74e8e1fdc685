import { z } from 'zod'
import type { HomePage } from '../../typings/contract/home'
import { lists } from '../domain/access/rows'
import { addDays } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { figureDay } from '../domain/statistics/figure-day'
import { periodOf } from '../domain/statistics/period'
import { addSums, unpackSum, wholeDistrict } from '../domain/statistics/sheet'
import { cover } from '../domain/statistics/span'
import { openStatuses } from '../domain/ticket/status'
import { rulesOf } from '../domain/ticket/rules'
import { nameAll } from '../platform/names'
import { ownPosts } from '../platform/own-posts'
import { type CallContext, operation } from '../platform/operation'
import { spanId, seriesOf } from '../platform/stores/sum-store'
import { countUnread } from '../platform/stores/message-store'
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
    const [{ tickets }, unread, answered] = await Promise.all([
      listOwn(lists.mine.rows({ actor, aliases, at: now }), limits.pageSize),
      countUnread([...aliases, personId]),
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
      unread,
      now,
    }
  },
})

/** Days that have ended: one document, however many days and tickets there are. */
async function answeredInTime({ directory, now }: CallContext<unknown>): Promise<HomePage['answered']> {
  const today = figureDay(now)
  const { assessmentStartsOn } = rulesOf(directory).profile
  const { from } = periodOf(today, assessmentStartsOn)
  const to = addDays(today, -1)
  const series = from > to ? {} : await seriesOf('district', wholeDistrict)
  const { segments, days } = cover({ from, to }, assessmentStartsOn, today)
  const spans = [...segments, ...days.map((day) => ({ from: day, to: day }))]
  const { counts } = addSums(
    spans.map((span) => series[spanId(span)]).flatMap((packed) => (packed ? [unpackSum(packed)] : [])),
  )
  return { from, to, numerator: counts.replyMet ?? 0, denominator: counts.replyDue ?? 0 }
}
