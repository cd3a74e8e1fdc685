import type { Directory } from '../../../typings/contract/directory'
import type { NoticeKind, NoticeRules } from '../../../typings/contract/notification'
import type { TemplateId } from './templates'

/** Which subscribe template tells a resident; a message that is not here stays in-app. */
export const residentKind: Partial<Record<TemplateId, NoticeKind>> = {
  acknowledged: 'progress',
  transferred: 'progress',
  extended: 'progress',
  blocked: 'progress',
  unblocked: 'progress',
  committed: 'progress',
  commitmentKept: 'progress',
  reworkToCaller: 'progress',
  reclassified: 'progress',
  recalculated: 'progress',
  answered: 'result',
  pleaseEvaluate: 'result',
  ended: 'result',
}

const atOnce: readonly TemplateId[] = [
  'dispatchedToYou',
  'notAcknowledged',
  'assisting',
  'remind',
  'supervised',
  'raised',
  'interview',
]

/** Residents' answers first, then what staff must not miss; a post without a number is only called where it says phone. */
const climbs: Partial<Record<TemplateId, 'sms' | 'phone'>> = {
  answered: 'sms',
  extended: 'sms',
  ended: 'phone',
  emergencyToYou: 'phone',
  alarmRaised: 'sms',
  unreachable: 'sms',
  notAcknowledged: 'sms',
  remind: 'sms',
  supervised: 'phone',
  raised: 'phone',
  interview: 'phone',
}

/** [S] A tenant overrides any of them in `settings/tenant`. */
const standard: NoticeRules = {
  quiet: { from: '21:00', to: '08:00' },
  digestAt: '08:30',
  atOnce,
  climbs,
  tries: { times: 3, apart: 5 },
  reports: { times: 6, apart: 5 },
  calls: 3,
  smsPerPostDay: 10,
}

export const noticeRulesOf = ({ settings }: Pick<Directory, 'settings'>): NoticeRules => ({
  ...standard,
  ...settings.notices,
})
