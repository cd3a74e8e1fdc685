import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SubmitInput } from '../../typings/contract/commands'
import type { MessageList } from '../../typings/contract/messages'
import type { SimilarInput, SimilarOutput } from '../../typings/contract/similar'
import type { Suggestion } from '../../typings/contract/suggestion'
import type { Receipt, TicketList } from '../../typings/contract/views'
import { aSampleCall, aStage, type TestStage } from '../support/stage'

let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

/** As a phone sends it before a suggestion arrived: without a service. */
const say = (openid: string, description: string, changes: Partial<SubmitInput> = {}) =>
  stage.data<Receipt>(
    openid,
    'tickets.submit',
    {
      kind: 'help',
      description,
      place: { areaId: 'grid-0101-1', address: '三号门口' },
      secrecy: 'named',
      ...changes,
    } satisfies SubmitInput,
    { commandId: randomUUID() },
  )

const cost = (call: string) =>
  stage.cloud.meter.last(call)?.actions.map(({ action }) => action.replace('database.', ''))

const messagesOf = async (openid: string) =>
  (await stage.data<MessageList>(openid, 'tickets.messages')).messages

describe('a call that names no service', () => {
  test('is dispatched where model and words are sure, with the words that told it', async () => {
    const receipt = await say('resident-1', '路灯又不亮了')
    expect(receipt).toMatchObject({ status: 'dispatched', department: '望汀区城市管理和综合执法局' })
    expect(receipt.reason).toBe('“路灯不亮、损坏”这类事，由望汀区城市管理和综合执法局负责办。')
    const { history, lead } = stage.stored(receipt.ticketId)
    expect(lead?.reason).toMatch(/按文字（.*路灯.*）归入“路灯不亮、损坏”.*派单目录/)
    expect(history.find(({ what }) => what === 'dispatch')?.text).toBe(`看您说的，这是${receipt.reason}`)
    expect(stage.stored(receipt.ticketId)).toMatchObject({
      serviceCode: 'street-light',
      guess: { serviceCode: 'street-light', auto: true, basis: 'both' },
    })
  })

  test('goes to the desk where they are not, with what it may be', async () => {
    const { ticketId, status } = await say('resident-1', '家里突然停水了')
    expect(status).toBe('submitted')
    const { ticket } = await stage.page('dispatcher-1', ticketId)
    expect(ticket.guess).toMatchObject({ serviceCode: 'tap-water', auto: false })
    expect(ticket.guess?.why).toContain('停水')
    expect(ticket.serviceCode).toBeUndefined()
  })

  test('goes to the desk where it says nothing known', async () => {
    expect((await say('resident-1', '想问一件事，不知道归谁管')).status).toBe('submitted')
  })

  test.each<[string, Partial<SubmitInput>]>([
    ['a 举报', { kind: 'report', secrecy: 'confidential' }],
    ['a complaint that accuses a unit', { kind: 'complaint', againstDepartmentId: 'city-management' }],
  ])('%s waits for a person, however clear its words', async (_, changes) => {
    expect((await say('resident-1', '路灯又不亮了', changes)).status).toBe('submitted')
  })

  test('what the caller chose is what counts, whatever the words say', async () => {
    const { ticketId } = await say('resident-1', '路灯又不亮了', { serviceCode: 'greening' })
    expect(stage.stored(ticketId)).toMatchObject({ serviceCode: 'greening', status: 'dispatched' })
  })

  test('the caller and the unit see no guess; the centre does', async () => {
    const { ticketId } = await say('resident-1', '路灯又不亮了')
    expect((await stage.page('resident-1', ticketId)).ticket.guess).toBeUndefined()
    expect((await stage.page('contact-city-management', ticketId)).ticket.guess).toBeUndefined()
    expect((await stage.page('dispatcher-1', ticketId)).ticket.guess).toBeDefined()
  })

  test('is still one write', async () => {
    await say('resident-1', '路灯又不亮了')
    expect(cost('tickets.submit')).toEqual(['insertDocument'])
  })
})

describe('the tenant’s threshold', () => {
  const text = '路灯又不亮了'
  const versionNow = async () =>
    (await stage.data<{ directoryVersion: number }>('admin-1', 'directory.session')).directoryVersion
  const threshold = async (autoDispatchAt: number | undefined, openid = 'admin-1') => {
    const input = { directoryVersion: await versionNow(), ...(autoDispatchAt && { autoDispatchAt }) }
    return stage.call(openid, 'directory.setAutoDispatch', input)
  }
  /** By phones that have heard of the change. */
  const heardAs = async () => {
    const directoryVersion = await versionNow()
    const { auto } = await stage.data<Suggestion>(
      'resident-1',
      'directory.suggest',
      { text },
      { directoryVersion },
    )
    const call = aSampleCall({ description: text, serviceCode: undefined })
    const { status } = await stage.data<Receipt>('resident-1', 'tickets.submit', call, {
      commandId: randomUUID(),
      directoryVersion,
    })
    return { auto, status }
  }

  test('is an admin’s to set', async () => {
    expect(await threshold(2, 'dispatcher-1')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  })

  test('set to 2, nothing is dispatched by its words; taken back, it is again', async () => {
    expect(await threshold(2)).toMatchObject({ ok: true })
    expect(await heardAs()).toEqual({ auto: false, status: 'submitted' })
    expect(await threshold(undefined)).toMatchObject({ ok: true })
    expect(await heardAs()).toEqual({ auto: true, status: 'dispatched' })
  })
})

describe('danger in the words', () => {
  const danger = '楼上有人说不想活了，要跳楼'

  test('is told to the centre at once, and stands on card and page of those who work on it, never on others’', async () => {
    const { ticketId } = await say('resident-2', danger)
    await stage.pass(60_000)
    const [message] = (await messagesOf('dispatcher-1')).filter(
      (one) => one.ticketId === ticketId && one.urgent,
    )
    expect(message).toMatchObject({ template: 'alarmRaised' })
    expect(message?.text).toContain('轻生自伤')

    const card = async (openid: string, view: string) =>
      (await stage.data<TicketList>(openid, 'tickets.list', { view })).tickets.find(
        ({ _id }) => _id === ticketId,
      )
    expect(await card('dispatcher-1', 'desk')).toMatchObject({ alarms: [{ alarm: 'selfHarm' }] })
    expect(await card('resident-2', 'mine')).not.toHaveProperty('alarms')
    expect(await card('grid-worker-1', 'area')).not.toHaveProperty('alarms')
    expect((await stage.page('dispatcher-1', ticketId)).ticket.alarms).toHaveLength(1)
    expect((await stage.page('resident-2', ticketId)).ticket).not.toHaveProperty('alarms')
  })

  test('never keeps a call from its way', async () => {
    const { status, ticketId } = await say('resident-2', '路灯又不亮了，有人掉进坑里被困住了')
    expect(stage.stored(ticketId).alarms).toMatchObject([{ alarm: 'emergency' }])
    expect(status).toBe('dispatched')
  })

  test('of an emergency service sends it at once, on the emergency’s own clocks', async () => {
    const { status, ticketId } = await say('resident-2', '厨房里一股煤气味，燃气泄漏了')
    expect(status).toBe('dispatched')
    expect(stage.stored(ticketId)).toMatchObject({ serviceCode: 'gas-leak', limitClass: 'emergency' })
  })
})

describe('the same trouble', () => {
  const similar = (openid: string, input: SimilarInput) =>
    stage.data<SimilarOutput>(openid, 'tickets.similar', input)
  const place = { areaId: 'grid-0102-1' }
  const first = '春晓花园门口的广告牌被风吹歪了，快要掉下来'
  const again = '春晓花园门口的广告牌歪了，快要掉下来了，没有人管'

  test('a neighbour who is about to call sees its service, community and state, and none of its words', async () => {
    const { ticketId } = await say('resident-3', first, { serviceCode: 'billboard', place })
    const { items, hidden } = await similar('resident-4', { text: again, place })
    expect(hidden).toBe(0)
    expect(items).toEqual([
      {
        ticketId,
        title: '户外广告牌',
        place: expect.stringContaining('社区') as string,
        status: 'dispatched',
        coSigners: 0,
        since: expect.any(Number) as number,
        why: expect.arrayContaining(['类别相同']) as string[],
        own: false,
        repeat: true,
      },
    ])
    expect(JSON.stringify(items)).not.toMatch(/春晓|风吹/)
    await stage.data('resident-4', 'tickets.coSign', { ticketId }, { commandId: randomUUID() })
    expect((await similar('resident-5', { text: again, place })).items).toMatchObject([{ coSigners: 1 }])
  })

  test('who has called already is told so, with the number', async () => {
    const { items } = await similar('resident-3', { text: again, place })
    expect(items).toMatchObject([{ own: true, number: expect.stringMatching(/^\d{8}-/) as string }])
  })

  test('other words for the same service in the same grid count too', async () => {
    const grid = { areaId: 'grid-0202-1' }
    await say('resident-3', '家门口没有路灯，老人不敢出门', { serviceCode: 'street-light', place: grid })
    const { items } = await similar('resident-4', { text: '晚上黑漆漆的，路灯坏了半个月', place: grid })
    expect(items).toMatchObject([{ repeat: false, why: ['在同一网格', '类别相同', '一天之内'] }])
  })

  test.each<[string, string, Partial<SubmitInput>, number]>([
    ['of a caller who does not share', '0301', { share: false }, 1],
    ['that is confidential', '0302', { secrecy: 'confidential' }, 1],
    ['that is anonymous', '0303', { secrecy: 'anonymous' }, 1],
    ['that is a 举报', '0304', { kind: 'report' }, 0],
    ['that accuses a unit', '0305', { kind: 'complaint', againstDepartmentId: 'ecology' }, 0],
  ])('a call %s is not shown; at most it is counted', async (_, community, changes, counted) => {
    const grid = { areaId: `grid-${community}-1` }
    const words = '化粪池满了往外冒，臭得开不了窗，请来清一清'
    const { ticketId } = await say('resident-3', words, { serviceCode: 'drainage', place: grid, ...changes })
    const { items, hidden } = await similar('resident-4', { text: words, place: grid })
    expect({ items, hidden }).toEqual({ items: [], hidden: counted })
    const again = await say('resident-5', words, { place: grid })
    const ofCentre = await similar('dispatcher-1', { ticketId: again.ticketId })
    expect(ofCentre.items.map((item) => item.ticketId)).toContain(ticketId)
  })

  test('the desk sees which stand for the same trouble, with numbers and reasons, and merges', async () => {
    const grid = { areaId: 'grid-0401-1' }
    const words = '云梦家园二栋的电梯停了一个星期，老人上下楼很不方便'
    const parent = await say('resident-5', words, { place: grid })
    const child = await say('resident-6', `${words}，请快点修`, { place: grid })
    const { items } = await similar('dispatcher-1', { ticketId: child.ticketId })
    expect(items).toMatchObject([
      { ticketId: parent.ticketId, number: parent.number, title: expect.stringContaining('电梯') as string },
    ])
    expect(items[0]?.why).toEqual(expect.arrayContaining(['文字大部分相同', '都提到“云梦家园”']))
    await stage.act('dispatcher-1', 'merge', child.ticketId, { parentId: parent.ticketId, text: '同一件事' })
    await stage.pass(2 * 60_000)
    expect(stage.stored(parent.ticketId).coSignerCount).toBe(1)
    expect((await similar('dispatcher-1', { ticketId: parent.ticketId })).items).toEqual([])
  })

  test('only the centre may ask by a ticket', async () => {
    const { ticketId } = await say('resident-5', '想问一件事')
    const input = { ticketId }
    expect(await stage.call('resident-6', 'tickets.similar', input)).toMatchObject({
      error: { code: 'NOT_ALLOWED' },
    })
    expect(await stage.call('contact-city-management', 'tickets.similar', input)).toMatchObject({ ok: false })
  })

  test('is one read by an index, however many there are', async () => {
    await similar('resident-4', { text: again, place })
    expect(cost('tickets.similar')).toEqual(['getDocument'])
    stage.cloud.meter.assertClean()
  })
})
