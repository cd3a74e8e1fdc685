import type { NoticeChoice, NoticeReach } from '../../../typings/contract/administration'
import type { NoticeRules } from '../../../typings/contract/notification'
import { timeOfDay } from '../calendar/local-time'
import { refuse } from '../errors'
import { templates, type TemplateId } from './templates'

/** What an admin decides on. An emergency always climbs to the phone, and so does the end of a call that was not accepted. */
const offered: readonly (readonly [TemplateId, NoticeChoice['to'], 'fixed'?])[] = [
  ['answered', 'resident'],
  ['ended', 'resident', 'fixed'],
  ['extended', 'resident'],
  ['blocked', 'resident'],
  ['recalculated', 'resident'],
  ['emergencyToYou', 'staff', 'fixed'],
  ['dispatchedToYou', 'staff'],
  ['notAcknowledged', 'staff'],
  ['assisting', 'staff'],
  ['dueSoon', 'staff'],
  ['remind', 'staff'],
  ['overdue', 'staff'],
  ['supervised', 'staff'],
  ['raised', 'staff'],
  ['interview', 'staff'],
  ['returnRefused', 'staff'],
  ['reworkOrdered', 'staff'],
  ['expedited', 'staff'],
]

/** Hours of a night; longer, and answers would be kept from people by day. */
const quietMost = 12 * 3_600_000

const dayLong = 24 * 3_600_000

export function choicesOf({ atOnce, climbs }: NoticeRules): NoticeChoice[] {
  return offered.map(([template, to, fixed]) => {
    const known = climbs[template] ?? (to === 'resident' || atOnce.includes(template) ? 'weChat' : 'digest')
    return { template, title: templates[template].title, to, reach: known, ...(fixed && { fixed: true }) }
  })
}

type Wanted = Pick<NoticeRules, 'quiet' | 'digestAt'> &
  Partial<Pick<NoticeRules, 'smsPerPostDay'>> & { reach: Readonly<Record<string, NoticeReach>> }

/** The rules as an admin wants them. @throws DomainError NOTICES_INVALID, in a sentence */
export function changedRules(
  rules: NoticeRules,
  { quiet, digestAt, reach, smsPerPostDay = rules.smsPerPostDay }: Wanted,
): NoticeRules {
  guardTimes(quiet, digestAt)
  let { atOnce, climbs } = rules
  for (const [template, wanted] of Object.entries(reach)) {
    const [, to, fixed] = offered.find(([id]) => id === template) ?? refuse('NOTICES_INVALID', 'input.reach')
    const { title } = templates[template as TemplateId]
    if (fixed && wanted !== 'phone')
      refuse('NOTICES_INVALID', 'input.reach', `「${title}」必须打电话告知，不能改。`)
    if (to === 'resident' && wanted === 'digest')
      refuse('NOTICES_INVALID', 'input.reach', `「${title}」是发给群众的，不进每日汇总。`)
    const { [template]: _old, ...others } = climbs
    climbs = wanted === 'sms' || wanted === 'phone' ? { ...others, [template]: wanted } : others
    const rest = atOnce.filter((one) => one !== template)
    atOnce = to === 'staff' && wanted !== 'digest' ? [...rest, template] : rest
  }
  return { ...rules, quiet, digestAt, atOnce, climbs, smsPerPostDay }
}

function guardTimes({ from, to }: NoticeRules['quiet'], digestAt: string) {
  const [start, end, digest] = [timeOfDay(from), timeOfDay(to), timeOfDay(digestAt)]
  const long = (end - start + dayLong) % dayLong
  if (long > quietMost)
    refuse('NOTICES_INVALID', 'input.quiet', '免打扰时段最长 12 小时，再长，群众和专员白天也收不到消息。')
  if ((digest - start + dayLong) % dayLong < long)
    refuse('NOTICES_INVALID', 'input.digestAt', '每日汇总的时间在免打扰时段里，请改到时段之外。')
}
