import { describe, expect, test } from 'vitest'
import { nextSendings, planned } from '../../../cloudfunctions/domain/notification/plan'
import { smsForHelped } from '../../../cloudfunctions/domain/notification/sms-text'
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
  /** The post's. */
  mobile?: boolean
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
    {
      rules: rulesWith(more.notices),
      mayWrite: () => consented,
      hasMobile: () => more.mobile ?? false,
      at: more.at ?? day,
    },
  )
}

describe('what goes out beside the message centre', () => {
  const phone = '13800000000'
  const rows: [string, Case, Partial<Sending>[]][] = [
    [
      'a resident who consented hears in WeChat',
      { template: 'acknowledged', consented: true },
      [{ channel: 'weChat', dueAt: day }],
    ],
    ['one who did not, nothing', { template: 'acknowledged', phone }, []],
    [
      'what must be known goes by text message',
      { template: 'answered', phone },
      [{ channel: 'sms', climbs: 'sms' }],
    ],
    ['but nowhere without a number', { template: 'answered' }, []],
    ['and not to a neighbour, whose number nobody has', { template: 'answered', to: 'coSigner', phone }, []],
    [
      'at night it waits',
      { template: 'answered', phone, at: night },
      [{ dueAt: shanghai('2026-06-02T08:00') }],
    ],
    ['a tenant may say otherwise', { template: 'answered', phone, notices: { climbs: {} } }, []],
    [
      'staff hear at once of new work',
      { template: 'dispatchedToYou', to: 'staff', consented: true },
      [{ channel: 'weChat', dueAt: day }],
    ],
    [
      'and of the rest in the morning',
      { template: 'returnRefused', to: 'staff', consented: true },
      [{ template: 'digest', dueAt: shanghai('2026-06-02T08:30') }],
    ],
    [
      'an emergency waits for no morning',
      { template: 'dispatchedToYou', to: 'staff', consented: true, emergency: true, at: night },
      [{ urgent: true, dueAt: night }],
    ],
    [
      'and is telephoned where nobody consented and the post has no number',
      { template: 'emergencyToYou', to: 'staff', urgent: true, at: night },
      [{ channel: 'phone', state: 'open' }],
    ],
    [
      'with a number both at once: an emergency does not wait for a text message to fail',
      { template: 'emergencyToYou', to: 'staff', urgent: true, mobile: true, at: night },
      [
        { channel: 'sms', dueAt: night },
        { channel: 'phone', state: 'open' },
      ],
    ],
    [
      'and none of them where WeChat may still reach them',
      { template: 'emergencyToYou', to: 'staff', consented: true, urgent: true, mobile: true, at: night },
      [{ channel: 'weChat', dueAt: night, climbs: 'phone' }],
    ],
    [
      'new work is in the message centre: no text message for it',
      { template: 'dispatchedToYou', to: 'staff', mobile: true },
      [],
    ],
    [
      'near its limit, not yet acknowledged, it is one',
      { template: 'notAcknowledged', to: 'staff', mobile: true },
      [{ channel: 'sms', climbs: 'sms', dueAt: day }],
    ],
    [
      'which the centre does not call for where there is no number',
      { template: 'notAcknowledged', to: 'staff' },
      [],
    ],
    ...(['supervised', 'raised', 'interview'] as const).flatMap((template): typeof rows => [
      [
        `${template}: a text message, and in the morning`,
        { template, to: 'staff', mobile: true, at: night },
        [{ channel: 'sms', climbs: 'phone', dueAt: shanghai('2026-06-02T08:00') }],
      ],
      [
        `${template}: the centre calls where there is no number`,
        { template, to: 'staff' },
        [{ channel: 'phone', state: 'open' }],
      ],
    ]),
    [
      'what can wait stays in the digest, number or not',
      { template: 'returnRefused', to: 'staff', mobile: true },
      [],
    ],
    [
      'a tenant may let it climb',
      { template: 'returnRefused', to: 'staff', mobile: true, notices: { climbs: { returnRefused: 'sms' } } },
      [{ channel: 'sms' }],
    ],
  ]
  test.each(rows)('%s', (_, given, expected) => {
    const sendings = plan(given)
    expect(sendings).toHaveLength(expected.length)
    expect(sendings).toMatchObject(expected)
  })
})

describe('代办: beside whoever called, the person they called for', () => {
  const message = (template: string, recipientId = 'caller'): Message => ({
    _id: `ticket-1:3:${recipientId}:inApp`,
    recipientId,
    ticketId: 'ticket-1',
    template,
    title: '标题',
    text: '内容',
    urgent: false,
    at: day,
  })
  const ticket = {
    caller: { alias: 'caller', secrecy: 'named', notify: true, phone: '13711112222' },
    limitClass: 'general',
    behalf: { relation: 'family', consent: 'present', consentedAt: day },
  } as const
  const ground = { rules: rulesWith(), mayWrite: () => false, hasMobile: () => false, at: day }

  test.each([
    ['that it was received', 'received', 'sms'],
    ['that it is answered', 'answered', 'sms'],
    ['that it takes longer', 'extended', 'sms'],
    ['that it is over, by telephone where no text message gets there', 'ended', 'phone'],
  ])('hears %s', (_, template, climbs) => {
    // Whoever called for them hears in WeChat alone, where they consented: the number is not theirs.
    expect(planned(message(template), ticket, ground)).toMatchObject([{ channel: 'sms', climbs }])
  })

  test('not of each step, not instead of a neighbour, and not of a call that somebody makes for themselves', () => {
    expect(planned(message('acknowledged'), ticket, ground)).toEqual([])
    expect(planned(message('answered', 'neighbour'), ticket, ground)).toEqual([])
    const { behalf: _, ...own } = ticket
    expect(planned(message('received'), own, ground)).toEqual([])
  })

  test('in at most 70 characters, without what it is about', () => {
    const told = { title: '答复时间有调整和别的', number: '20261121-7KQ2M9-F' }
    const text = smsForHelped(told, '某某市某某区民呼我应办公中心', 'gridWorker')
    expect(text).toContain('网格员替您反映的事')
    expect(text.length).toBeLessThanOrEqual(70)
  })
})

test.each([
  ['a resident’s WeChat', { channel: 'weChat', climbs: 'phone' }, ['sms']],
  ['a text message that must reach somebody', { channel: 'sms', climbs: 'phone' }, ['phone']],
  ['a text message that is enough', { channel: 'sms', climbs: 'sms' }, []],
  ['WeChat of a post with a number', { channel: 'weChat', climbs: 'phone', postId: 'with-mobile' }, ['sms']],
  [
    'WeChat of such a post, at once',
    { channel: 'weChat', climbs: 'phone', postId: 'with-mobile', urgent: true },
    ['sms', 'phone'],
  ],
  ['WeChat of a post without one', { channel: 'weChat', climbs: 'phone', postId: 'post-1' }, ['phone']],
  ['WeChat of such a post, to be texted at most', { channel: 'weChat', climbs: 'sms', postId: 'post-1' }, []],
  ['a text message to a post', { channel: 'sms', climbs: 'phone', postId: 'with-mobile' }, ['phone']],
  ['WeChat that need not climb', { channel: 'weChat' }, []],
  ['a phone task', { channel: 'phone', climbs: 'phone' }, []],
] as const)('after %s comes the next channel, or none', (_, failed, channels) => {
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
  const hasMobile = (postId: string) => postId === 'with-mobile'
  const next = nextSendings(sending, { rules: rulesWith(), hasMobile, at: day })
  expect(next.map(({ channel }) => channel)).toEqual(channels)
  expect(next.map(({ _id }) => _id)).toEqual(channels.map((channel) => `ticket-1:3:caller:${channel}`))
})
