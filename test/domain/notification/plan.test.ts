import { describe, expect, test } from 'vitest'
import { nextSending, planned } from '../../../cloudfunctions/domain/notification/plan'
import { noticeRulesOf } from '../../../cloudfunctions/domain/notification/rules'
import type { Message } from '../../../typings/contract/messages'
import type { NoticeRules, Sending } from '../../../typings/contract/notification'
import { aDistrict } from '../../support/builders'
import { shanghai } from '../calendar/shanghai'

const day = shanghai('2026-06-01T10:00')
const night = shanghai('2026-06-01T22:00')

const rulesWith = (notices: Partial<NoticeRules> = {}): NoticeRules => {
  const { settings } = aDistrict()
  return noticeRulesOf({ settings: { ...settings, notices } })
}

interface Case {
  template: string
  /** caller, cosigner, or a post. */
  to?: 'caller' | 'coSigner' | 'staff'
  consented?: boolean
  phone?: string
  urgent?: boolean
  emergency?: boolean
  at?: number
  notices?: Partial<NoticeRules>
}

function plan({ template, to = 'caller', consented = false, phone, urgent = false, ...more }: Case) {
  const recipientId = to
  const message: Message = {
    _id: `ticket-1:3:${recipientId}:inApp`,
    recipientId,
    ...(to === 'staff' && { postId: 'post-1' }),
    ticketId: 'ticket-1',
    template,
    title: '标题',
    text: '内容',
    urgent,
    at: day,
  }
  const caller = { alias: 'caller', secrecy: 'named', notify: true, ...(phone && { phone }) } as const
  return planned(
    message,
    { caller, limitClass: more.emergency ? 'emergency' : 'general' },
    { rules: rulesWith(more.notices), mayWrite: () => consented, at: more.at ?? day },
  )
}

describe('what goes out beside the message centre', () => {
  const phone = '13800000000'
  const rows: [string, Case, Partial<Sending> | undefined][] = [
    [
      'a resident who consented hears in WeChat',
      { template: 'acknowledged', consented: true },
      { channel: 'weChat', dueAt: day },
    ],
    ['one who did not, nothing', { template: 'acknowledged', phone }, undefined],
    [
      'what must be known goes by text message',
      { template: 'answered', phone },
      { channel: 'sms', climbs: 'sms' },
    ],
    ['but nowhere without a number', { template: 'answered' }, undefined],
    [
      'and not to a neighbour, whose number nobody has',
      { template: 'answered', to: 'coSigner', phone },
      undefined,
    ],
    [
      'at night it waits',
      { template: 'answered', phone, at: night },
      { dueAt: shanghai('2026-06-02T08:00') },
    ],
    ['a tenant may say otherwise', { template: 'answered', phone, notices: { climbs: {} } }, undefined],
    [
      'staff hear at once of new work',
      { template: 'dispatchedToYou', to: 'staff', consented: true },
      { channel: 'weChat', dueAt: day },
    ],
    [
      'and of the rest in the morning',
      { template: 'returnRefused', to: 'staff', consented: true },
      { template: 'digest', dueAt: shanghai('2026-06-02T08:30') },
    ],
    [
      'an emergency waits for no morning',
      { template: 'dispatchedToYou', to: 'staff', consented: true, emergency: true, at: night },
      { urgent: true, dueAt: night },
    ],
    [
      'and is telephoned where nobody consented',
      { template: 'emergencyToYou', to: 'staff', urgent: true, at: night },
      { channel: 'phone', state: 'open' },
    ],
    ['other work of staff is not', { template: 'dispatchedToYou', to: 'staff' }, undefined],
  ]
  test.each(rows)('%s', (_, given, expected) => {
    const sending = plan(given)
    if (expected === undefined) expect(sending).toBeUndefined()
    else expect(sending).toMatchObject(expected)
  })
})

test.each([
  ['a resident’s WeChat', { channel: 'weChat', climbs: 'phone' }, 'sms'],
  ['a text message that must reach somebody', { channel: 'sms', climbs: 'phone' }, 'phone'],
  ['a text message that is enough', { channel: 'sms', climbs: 'sms' }, undefined],
  ['WeChat of staff', { channel: 'weChat', climbs: 'phone', postId: 'post-1' }, 'phone'],
  ['WeChat that need not climb', { channel: 'weChat' }, undefined],
  ['a phone task', { channel: 'phone', climbs: 'phone' }, undefined],
] as const)('after %s comes the next channel, or none', (_, failed, channel) => {
  const sending: Sending = {
    _id: 'ticket-1:3:caller:weChat',
    messageId: 'ticket-1:3:caller:inApp',
    recipientId: 'caller',
    template: 'ended',
    urgent: false,
    state: 'attempting',
    tries: 0,
    at: day,
    ...failed,
  }
  const next = nextSending(sending, rulesWith(), day)
  expect(next?.channel).toBe(channel)
  if (channel) expect(next?._id).toBe(`ticket-1:3:caller:${channel}`)
})
