import { z } from 'zod'
import type { ClimbingOutput } from '../../typings/contract/climbing'
import { dayLength, localDate, startOfDay } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { byHeight, climbingOf } from '../domain/ticket/climbing'
import { rulesOf } from '../domain/ticket/rules'
import { nameAll } from '../platform/names'
import { operation } from '../platform/operation'
import { onDutyActors, readable } from '../platform/readable'
import { climbers } from '../platform/stores/climbing-store'

/** The ladder ends on the fifth workday after the deadline; the longest holidays lie between. */
const ladderDays = 16

/** 督办台:今天升级的、还要升级的,为什么;等着回复的督办。 */
export const climbing = operation('supervision.climbing', {
  input: z.object({}),
  async run({ caller, directory, now }): Promise<ClimbingOutput> {
    const reader =
      onDutyActors(caller, directory, now).find(({ role }) =>
        ['supervisor', 'leader', 'dispatcher'].includes(role),
      ) ?? refuse('NOT_ALLOWED')
    const from = startOfDay(localDate(now))
    const day = { from, to: from + dayLength - 1 }
    const { tickets, more } = await climbers(now, from - ladderDays * dayLength, day.to)
    const rules = rulesOf(directory)
    const shown = readable(tickets, reader, directory)
      .flatMap((ticket) => climbingOf(ticket, day, rules) ?? [])
      .sort(byHeight)
    return { asOf: now, tickets: shown, names: nameAll(shown, indexDirectory(directory)), more }
  },
})
