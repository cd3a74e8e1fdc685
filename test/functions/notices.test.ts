import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageList } from '../../typings/contract/messages'
import type { HistoryEntry } from '../../typings/contract/ticket'
import type { ConsentPage, MessageFate, Reach, Sending } from '../../typings/contract/notification'
import { shanghai } from '../domain/calendar/shanghai'
import { post } from '../support/cloud'
import { aStage, lightContact, type TestStage } from '../support/stage'

const minute = 60_000
const hour = 60 * minute
const [progress, result, work] = ['mhwy-progress', 'mhwy-result', 'mhwy-work']

let stage: TestStage
/** What befalls the next calls of WeChat's open API. */
let befalls: 'busy' | 'lost' | undefined

beforeAll(async () => void (stage = await aStage({ disturbWeChat: () => befalls })))
afterAll(() => stage.cloud.stop())

/** The person says yes in WeChat, and the phone tells us, as the pages do. */
async function consents(
  openid: string,
  templates: readonly string[],
  more: object = {},
): Promise<ConsentPage> {
  for (const templateId of templates)
    await post(stage.cloud, '/consents', { openid, templateId, answer: 'accept' })
  return claims(openid, templates, more)
}

/** Our ledger alone hears of it: WeChat knows of no consent. */
const claims = (openid: string, templates: readonly string[], more: object = {}): Promise<ConsentPage> =>
  stage.data(openid, 'tickets.answerConsents', {
    as: templates.includes(work) ? 'staff' : 'resident',
    promptId: randomUUID(),
    answers: Object.fromEntries(templates.map((id) => [id, 'accept'])),
    ...more,
  })

const leftOf = async (openid: string, templateId: string, as = 'resident') => {
  const { offers } = await stage.data<ConsentPage>(openid, 'tickets.consents', { as })
  return offers.find((offer) => offer.templateId === templateId)?.left
}

const inbox = (openid: string) => stage.cloud.weChat.inbox.read(openid)

const sendings = (ticketId: string) =>
  stage.cloud.database.read('sendings', { ticketId }) as unknown as Sending[]

const fatesOf = (ticketId: string) =>
  sendings(ticketId)
    .map(({ template, channel, state, code }) =>
      [template, channel, state, ...(code ? [code] : [])].join(' '),
    )
    .sort()

/** Ends the call with a sentence that must reach its caller. */
const refuseCall = (ticketId: string) =>
  stage.act('dispatcher-1', 'reject', ticketId, { code: 'outOfScope', text: '这件事请联系物业公司。' })

const unrouted = { serviceCode: undefined, description: '楼上邻居总是弹琴,请管管。' }

describe('consent in WeChat', () => {
  test('one yes is one message, in the fields and within the lengths that WeChat takes', async () => {
    await consents('resident-1', [progress])
    const { ticketId, number } = await stage.submit('resident-1')
    await stage.act(lightContact, 'acknowledge', ticketId)
    await stage.pass(2 * minute)
    expect(inbox('resident-1')).toMatchObject([
      {
        title: '诉求进展通知',
        page: `pages/ticket/ticket?ticketId=${ticketId}`,
        lines: [
          { value: '里巷三号门口的路灯不亮,晚上看不见路' },
          { value: '已有人办理' },
          { value: '2026-06-01 09:00' },
          { value: number },
        ],
      },
    ])
    expect(await leftOf('resident-1', progress)).toBe(0)
    expect(fatesOf(ticketId)).toEqual(['acknowledged weChat delivered'])
  })

  test('an answer that the phone sends twice is counted once, and a later no leaves the earlier yes', async () => {
    const promptId = randomUUID()
    for (const _ of [1, 2]) await claims('resident-2', [progress], { promptId })
    await claims('resident-2', [progress], { answers: { [progress]: 'reject' } })
    expect(await leftOf('resident-2', progress)).toBe(1)
  })

  test('a lasting consent of staff carries many, until it is taken back', async () => {
    await consents(lightContact, [work])
    const first = await stage.submit('resident-3')
    const second = await stage.submit('resident-3')
    await stage.pass(2 * minute)
    for (const { ticketId } of [first, second])
      expect(fatesOf(ticketId)).toEqual(['dispatchedToYou weChat delivered'])
    expect(inbox(lightContact)[0]?.page).toMatch(/^staff\/ticket\/ticket\?ticketId=/)
    await claims(lightContact, [work], { answers: { [work]: 'reject' } })
    expect(await leftOf(lightContact, work, 'staff')).toBe(0)
  })

  test('an anonymous caller hears nothing unless they say so with their code, and is joined to no other call', async () => {
    const silent = await stage.submit('resident-4', { secrecy: 'anonymous' })
    const open = await stage.submit('resident-4', { secrecy: 'anonymous' })
    await consents('resident-4', [progress], { receiptCode: open.receiptCode })
    for (const { ticketId } of [silent, open]) await stage.act(lightContact, 'acknowledge', ticketId)
    await stage.pass(2 * minute)
    expect(fatesOf(silent.ticketId)).toEqual([])
    expect(fatesOf(open.ticketId)).toEqual(['acknowledged weChat delivered'])
    expect(inbox('resident-4')[0]?.lines[0]?.value).toBe('点开查看')
    expect(stage.stored(silent.ticketId).caller.notify).toBe(false)
    expect(await leftOf('resident-4', progress)).toBe(0)
  })

  test('residents are not asked for the reminders of staff', async () => {
    expect(await stage.call('resident-5', 'tickets.consents', { as: 'staff' })).toMatchObject({
      error: { code: 'NOT_ALLOWED' },
    })
  })
})

describe('what WeChat does not take', () => {
  test('refused: the ledger is corrected, a text message follows, and where that fails the centre calls', async () => {
    await claims('resident-6', [result])
    const { ticketId } = await stage.submit('resident-6', { ...unrouted, phone: '13800004444' })
    await refuseCall(ticketId)
    await stage.pass(2 * minute)
    expect(fatesOf(ticketId)).toEqual([
      'ended phone open',
      'ended sms failed NO_SUCH_NUMBER',
      'ended weChat refused 43101',
    ])
    expect(await leftOf('resident-6', result)).toBe(0)

    const { phoneTasks } = await stage.data<Reach>('dispatcher-1', 'tickets.reach')
    const task = phoneTasks.find((one) => one.ticketId === ticketId)
    expect(task).toMatchObject({ whom: '反映人', phone: '13800004444', tries: 0 })
    const record = (reached: boolean, tries: number) =>
      stage.call('dispatcher-1', 'tickets.recordPhoneTask', { id: task?.id, reached, note: '没人接', tries })
    expect(await record(false, 0)).toMatchObject({ data: { state: 'open' } })
    expect(await record(false, 0)).toMatchObject({ error: { code: 'ALREADY_RECORDED' } })
    expect(await record(true, 1)).toMatchObject({ data: { state: 'reached' } })
    const told = ({ what, code, visibility, text = '' }: HistoryEntry) => [what, code ?? '', visibility, text]
    expect(stage.stored(ticketId).history.slice(-4).map(told)).toEqual([
      ['calledInVain', '', 'resident', ''],
      [
        'tellByPhone',
        expect.stringMatching(/^unreached:\d+:caller:1$/),
        'internal',
        '派单员打给反映人，告知「办理结果」：没有打通。没人接',
      ],
      ['calledYou', '', 'resident', ''],
      ['tellByPhone', expect.stringMatching(/^reached:\d+:caller:2$/), 'internal', expect.anything()],
    ])
    const own = (await stage.page('resident-6', ticketId)).ticket.history ?? []
    expect(own.map(({ what }) => what)).toEqual(expect.arrayContaining(['calledInVain', 'calledYou']))
    expect(JSON.stringify(own)).not.toContain('没人接')
    const { messages } = await stage.data<{ messages: MessageFate[] }>('dispatcher-1', 'tickets.fates', {
      ticketId,
    })
    expect(messages.find(({ title }) => title === '办理结果')).toMatchObject({
      whom: '反映人',
      read: false,
      fates: [
        { channel: 'weChat', code: '43101' },
        { channel: 'sms' },
        { channel: 'phone', state: 'reached' },
      ],
    })
  })

  test('no consent left: a text message goes out at once, and says no word of what it is about', async () => {
    const { ticketId } = await stage.submit('resident-7', { ...unrouted, phone: '13911110001' })
    await refuseCall(ticketId)
    await stage.pass(20 * minute)
    expect(fatesOf(ticketId)).toEqual(['ended sms delivered'])
    const [sms] = stage.sms.read('13911110001')
    expect(sms?.text).toMatch(/^【.*】您的诉求\d{8}-.*办理结果，请在微信小程序里查看。$/)
    expect(sms?.text.length).toBeLessThanOrEqual(70)
    expect(sms?.text).not.toContain('琴')
  })

  test.each([
    ['reports that it did not arrive', '13900005555', 'failed PHONE_OFF'],
    ['does not answer', '13900006666', 'failed noAnswer'],
    ['never says what became of it', '13900007777', 'uncertain'],
  ])('a gateway that %s is asked a few times, and then the centre calls', async (_, phone, fate) => {
    const { ticketId } = await stage.submit('resident-8', { ...unrouted, phone })
    await refuseCall(ticketId)
    await stage.pass(2 * hour)
    expect(fatesOf(ticketId)).toEqual(['ended phone open', `ended sms ${fate}`])
    const [sms] = sendings(ticketId).filter(({ channel }) => channel === 'sms')
    expect(sms?.tries).toBeLessThanOrEqual(6)
    expect(sms?.dueAt).toBeUndefined()
  })

  test('busy: tried again later and delivered once, and the consent is spent once', async () => {
    await consents('resident-9', [result])
    const { ticketId } = await stage.submit('resident-9', unrouted)
    await refuseCall(ticketId)
    befalls = 'busy'
    await stage.pass(2 * minute)
    expect(fatesOf(ticketId)).toEqual(['ended weChat waiting -1'])
    befalls = undefined
    await stage.pass(10 * minute)
    expect(fatesOf(ticketId)).toEqual(['ended weChat delivered -1'])
    expect([inbox('resident-9').length, await leftOf('resident-9', result)]).toEqual([1, 0])
  })

  test('an answer that was lost is never sent again: uncertain, and the next channel follows', async () => {
    await consents('resident-10', [result, result])
    await claims('resident-10', [result])
    const { ticketId } = await stage.submit('resident-10', { ...unrouted, phone: '13911110002' })
    await refuseCall(ticketId)
    befalls = 'lost'
    await stage.pass(2 * minute)
    befalls = undefined
    await stage.pass(hour)
    expect(fatesOf(ticketId)).toEqual(['ended sms delivered', 'ended weChat uncertain -604102'])
    expect(inbox('resident-10')).toHaveLength(1)
  })

  test('a run that died in the middle of a send leaves it uncertain, and sends nothing twice', async () => {
    await consents('resident-11', [result])
    const { ticketId } = await stage.submit('resident-11', { ...unrouted, phone: '13911110003' })
    await refuseCall(ticketId)
    const at = stage.cloud.clock.now()
    stage.cloud.database.fill('sendings', [
      {
        _id: `${ticketId}:9:someone:weChat`,
        channel: 'weChat',
        messageId: `${ticketId}:9:someone:inApp`,
        recipientId: stage.stored(ticketId).caller.alias,
        ticketId,
        template: 'answered',
        urgent: false,
        state: 'attempting',
        dueAt: at,
        tries: 0,
        at,
        climbs: 'sms',
      },
    ])
    await stage.pass(hour)
    expect(fatesOf(ticketId)).toContain('answered weChat uncertain cutOff')
    expect(inbox('resident-11').map(({ title }) => title)).toEqual(['诉求办理结果通知'])
  })

  test('what was read in the mini-program meanwhile is told no second time', async () => {
    await stage.pass(shanghai('2026-06-02T22:00') - stage.cloud.clock.now())
    await consents('resident-12', [result])
    const { ticketId } = await stage.submit('resident-12', unrouted)
    await refuseCall(ticketId)
    await stage.pass(2 * minute)
    await stage.data('resident-12', 'tickets.markAllRead')
    await stage.pass(12 * hour)
    expect(fatesOf(ticketId)).toEqual(['ended weChat skipped read'])
    expect(await leftOf('resident-12', result)).toBe(1)
  })
})

describe('quiet hours', () => {
  test('what can wait waits for the morning; an emergency does not', async () => {
    await stage.pass(shanghai('2026-06-04T21:30') - stage.cloud.clock.now())
    await consents('resident-13', [progress])
    await consents(lightContact, [work])
    const { ticketId } = await stage.submit('resident-13')
    await stage.act(lightContact, 'acknowledge', ticketId)
    const emergency = await stage.submit('resident-14', {
      serviceCode: 'gas-leak',
      description: '楼道里有燃气味。',
    })
    await stage.pass(2 * minute)
    expect(inbox('resident-13')).toEqual([])
    const urgent = sendings(emergency.ticketId).filter(({ template }) => template === 'emergencyToYou')
    expect(urgent.length).toBeGreaterThan(0)
    expect([...new Set(urgent.map(({ channel, state }) => `${channel} ${state}`))].sort()).toEqual([
      'phone open',
      'sms accepted',
    ])
    for (const { postId } of urgent.filter(({ channel }) => channel === 'sms'))
      expect(urgent).toContainEqual(expect.objectContaining({ postId, channel: 'phone' }))
    const contact = stage.stored(emergency.ticketId).lead?.postId ?? ''
    await consents(contact, [work])
    await stage.submit('resident-14', { serviceCode: 'gas-leak', description: '隔壁楼道也有燃气味。' })
    await stage.pass(2 * minute)
    expect(inbox(contact)[0]?.at).toBeLessThan(shanghai('2026-06-04T22:00'))
    await stage.pass(shanghai('2026-06-05T08:02') - stage.cloud.clock.now())
    expect(inbox('resident-13')).toHaveLength(1)
    expect(inbox('resident-13')[0]?.at).toBe(shanghai('2026-06-05T08:00'))
  })

  test('staff hear of ten things that can wait in one message the next morning', async () => {
    await stage.pass(shanghai('2026-06-05T10:00') - stage.cloud.clock.now())
    await stage.data('dispatcher-2', 'tickets.markAllRead')
    await consents('dispatcher-2', [work])
    for (let n = 0; n < 10; n++) {
      const { ticketId } = await stage.submit(`resident-${30 + n}`)
      await stage.act(lightContact, 'sendBack', ticketId, { reason: '不归我们管' })
    }
    await stage.pass(shanghai('2026-06-06T08:32') - stage.cloud.clock.now())
    const [digest, ...others] = inbox('dispatcher-2')
    expect(others).toEqual([])
    expect(digest).toMatchObject({ at: shanghai('2026-06-06T08:30'), page: 'pages/messages/messages' })
    expect(digest?.lines.map(({ value }) => value).join(' ')).toMatch(/\d+ 条消息还没有看 申请退回 10/)
  })
})

describe('leave', () => {
  test('the deputy is told, a unit with nobody on duty is an alarm at the centre, and coming back ends it', async () => {
    const now = stage.cloud.clock.now()
    const absence = { from: now, to: now + hour, reason: '年休假' }
    const titles = async (openid: string) =>
      (await stage.data<MessageList>(openid, 'tickets.messages')).messages.map(({ title }) => title)
    const reach = () => stage.data<Reach>('dispatcher-1', 'tickets.reach')
    await stage.data('contact-ecology', 'directory.setAbsence', { postId: 'contact-ecology', absence })
    expect(await titles('deputy-ecology')).toEqual(['请您代理'])
    await stage.data('deputy-ecology', 'directory.setAbsence', { postId: 'deputy-ecology', absence })
    // Functions trust their directory for a minute of real time; who is at the desk brings the version they heard of.
    const { directoryVersion } = await stage.data<{ directoryVersion: number }>(
      'admin-1',
      'directory.session',
    )
    const event = { op: 'reach', input: {}, directoryVersion }
    const answer = (await stage.cloud.invoke('tickets', event, { openid: 'dispatcher-1' })) as { data: Reach }
    expect(answer.data.unreachable).toMatchObject([{ departmentId: 'ecology', why: 'bothAway' }])
    expect(answer.data.away).toHaveLength(2)
    await stage.pass(61 * minute)
    expect((await reach()).unreachable).toEqual([])
    expect((await reach()).away).toEqual([])
  })
})

test('unread is counted over all pages, and goes away when everything is read', async () => {
  for (let n = 0; n < 22; n++) await stage.submit('resident-60')
  await stage.pass(2 * minute)
  const list = () => stage.data<MessageList>('resident-60', 'tickets.messages', { limit: 5 })
  expect(await list()).toMatchObject({ unread: 22, messages: { length: 5 } })
  await stage.data('resident-60', 'tickets.markRead', { messageId: (await list()).messages[0]?._id })
  expect((await list()).unread).toBe(21)
  expect(await stage.data('resident-60', 'tickets.markAllRead')).toEqual({ read: 21 })
  expect(await list()).toMatchObject({ unread: 0 })
})

test('nobody but the centre sees what became of messages, or whom to call', async () => {
  const { ticketId } = await stage.submit('resident-61')
  for (const openid of [lightContact, 'resident-61', 'resident-62']) {
    expect(await stage.call(openid, 'tickets.fates', { ticketId })).toMatchObject({ ok: false })
    expect(await stage.call(openid, 'tickets.reach')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  }
})

test('no log tells a number, an alias or an openid, and no query of it all scans', () => {
  const logs = JSON.stringify(stage.cloud.runner.logs.read({ limit: 10_000 }))
  const aliases = stage.cloud.database.read('callers').map(({ _id }) => String(_id))
  for (const secret of [...aliases, 'resident-', '1390000', '1380000', '1391111', '1700000'])
    expect([secret, logs.includes(secret)]).toEqual([secret, false])
  stage.cloud.meter.assertClean()
})
