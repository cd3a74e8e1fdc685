import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandName } from '../../typings/contract/commands'
import type { TicketList } from '../../typings/contract/views'
import { transitions } from '../../cloudfunctions/domain/ticket/transitions'
import { post } from '../support/cloud'
import { aSampleCall, aStage, lightContact, type TestStage } from '../support/stage'

let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

const count = (collection: string) => stage.cloud.database.read(collection).length

/** Everything that is stored, to see that nothing was written. */
const everything = () =>
  JSON.stringify(
    ['tickets', 'texts', 'evaluations', 'co_signers'].map((one) => stage.cloud.database.read(one)),
  )

describe('repeats', () => {
  test('the same submit sent five times at once makes one ticket, and five times the same receipt', async () => {
    const before = count('tickets')
    const commandId = randomUUID()
    const receipts = await Promise.all([1, 2, 3, 4, 5].map(() => stage.submit('resident-1', {}, commandId)))
    expect(count('tickets')).toBe(before + 1)
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
  })

  test('the same command sent again brings its first result, though the ticket has gone on', async () => {
    const { ticketId, version } = await stage.submit('resident-1')
    const sent = [{ ticketId }, { commandId: randomUUID(), version }] as const
    const first = await stage.data(lightContact, 'tickets.acknowledge', ...sent)
    await stage.act(lightContact, 'contactResident', ticketId, { how: 'visit', note: '看过了' })
    expect(await stage.data(lightContact, 'tickets.acknowledge', ...sent)).toEqual(first)
  })

  test('a commandId is not used twice for different things', async () => {
    const { ticketId, version } = await stage.submit('resident-1')
    const commandId = randomUUID()
    await stage.data(lightContact, 'tickets.acknowledge', { ticketId }, { commandId, version })
    const input = { ticketId, text: '好了', publish: true }
    const other = await stage.call(lightContact, 'tickets.reply', input, { commandId, version: version + 1 })
    expect(other).toMatchObject({ error: { code: 'COMMAND_ID_REUSED', path: 'commandId' } })
  })
})

describe('races', () => {
  test('who saw an older version is shown the fresh ticket, and nothing is done', async () => {
    const { ticketId, version } = await stage.submit('resident-1')
    await stage.act(lightContact, 'acknowledge', ticketId)
    const late = await stage.call(
      'dispatcher-1',
      'tickets.copy',
      { ticketId, departmentIds: ['ecology'] },
      { commandId: randomUUID(), version },
    )
    expect(late).toMatchObject({
      error: {
        code: 'VERSION_CONFLICT',
        path: 'version',
        fresh: { status: 'acknowledged', version: version + 1 },
      },
    })
    expect(stage.stored(ticketId).cc).toEqual([])
  })

  test('fifty times two people at once: one wins, the other is told, and neither is mixed into the other', async () => {
    for (let race = 0; race < 50; race++) {
      const { ticketId, version } = await stage.submit('resident-1')
      const both = await Promise.all([
        stage.call(lightContact, 'tickets.acknowledge', { ticketId }, { commandId: randomUUID(), version }),
        stage.call(
          'resident-1',
          'tickets.withdraw',
          { ticketId, reason: '好了' },
          { commandId: randomUUID(), version },
        ),
      ])
      const won = both.filter(({ ok }) => ok)
      const lost = both.filter(({ ok }) => !ok)
      expect([won.length, lost.length]).toEqual([1, 1])
      expect(lost[0]).toMatchObject({ error: { code: 'VERSION_CONFLICT', fresh: { version: version + 1 } } })
      expect(stage.stored(ticketId)).toMatchObject({ version: version + 1 })
    }
    expect(stage.cloud.runner.sizes().tickets).toBeGreaterThan(1)
  }, 60_000)

  test('two evaluations of one round at once: the answers that counted are the ones that are kept for the figures', async () => {
    const { ticketId } = await stage.submit('resident-1')
    await stage.act(lightContact, 'acknowledge', ticketId)
    await stage.act(lightContact, 'reply', ticketId, { text: '好了', publish: true })
    const { version } = await stage.act('dispatcher-1', 'review', ticketId, { approve: true, text: '属实' })
    const happy = { contacted: true, solved: true, grade: 'satisfied' }
    const unhappy = { contacted: false, solved: false, grade: 'veryDissatisfied' }
    const [inWeChat, byPhone] = await Promise.all([
      stage.call(
        'resident-1',
        'tickets.evaluate',
        { ticketId, ...happy },
        { commandId: randomUUID(), version },
      ),
      stage.call(
        'dispatcher-1',
        'tickets.recordCall',
        { ticketId, answered: true, ...unhappy },
        { commandId: randomUUID(), version },
      ),
    ])
    expect([inWeChat, byPhone].filter(({ ok }) => ok)).toHaveLength(1)
    await stage.pass(2 * 60_000)
    const [fact] = stage.cloud.database.read('facts', { ticketId, kind: 'evaluation' })
    expect(fact).toMatchObject({ grade: inWeChat.ok ? 'satisfied' : 'veryDissatisfied' })
  })
})

describe('bad input is answered by a code and the field, and nothing is written', () => {
  const over = (characters: number) => '长'.repeat(characters)
  const submit = (input: object) => ({ op: 'submit', commandId: randomUUID(), input })

  test.each<[string, string, object, string, string | undefined]>([
    ['no operation', 'tickets', {}, 'INVALID_INPUT', 'op'],
    ['an unknown operation', 'tickets', { op: 'explode' }, 'UNKNOWN_OPERATION', 'op'],
    ['an operation of Object itself', 'tickets', { op: 'constructor' }, 'UNKNOWN_OPERATION', 'op'],
    ['the scheduler’s own command', 'tickets', { op: 'wake', input: {} }, 'UNKNOWN_OPERATION', 'op'],
    [
      'a wrong type',
      'tickets',
      submit({ ...aSampleCall(), description: 7 }),
      'INVALID_INPUT',
      'input.description',
    ],
    ['a missing field', 'tickets', submit({ kind: 'help' }), 'INVALID_INPUT', 'input.description'],
    [
      'an empty text',
      'tickets',
      submit(aSampleCall({ description: '   ' })),
      'INVALID_INPUT',
      'input.description',
    ],
    [
      'text over 2,000 from a phone',
      'tickets',
      submit(aSampleCall({ description: over(2001) })),
      'TEXT_TOO_LONG',
      'input.description',
    ],
    [
      'text over 20,000',
      'tickets',
      submit(aSampleCall({ description: over(20_001) })),
      'TEXT_TOO_LONG',
      'input.description',
    ],
    [
      'a place that is not there',
      'tickets',
      submit(aSampleCall({ place: { areaId: 'nowhere' } })),
      'AREA_NOT_FOUND',
      'input.place.areaId',
    ],
    [
      'a service that is not there',
      'tickets',
      submit(aSampleCall({ serviceCode: 'nothing' })),
      'SERVICE_NOT_FOUND',
      'input.serviceCode',
    ],
    [
      'a field name that the database would read',
      'tickets',
      submit(aSampleCall({ answers: { 'a.$b': 'x' } })),
      'INVALID_INPUT',
      'input.answers.a.$b',
    ],
    [
      'more answers than questions',
      'tickets',
      submit(
        aSampleCall({ answers: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`q${i}`, 'x'])) }),
      ),
      'INVALID_INPUT',
      'input.answers',
    ],
    [
      'a staff door used by a resident',
      'tickets',
      submit(aSampleCall({ channel: 'hotline' })),
      'NOT_ALLOWED',
      'input.channel',
    ],
    ['no commandId', 'tickets', { op: 'submit', input: aSampleCall() }, 'COMMAND_ID_MISSING', 'commandId'],
    [
      'a short commandId',
      'tickets',
      { ...submit(aSampleCall()), commandId: 'x' },
      'INVALID_INPUT',
      'commandId',
    ],
    [
      'a ticket that is not there',
      'tickets',
      { op: 'get', input: { ticketId: 'nowhere' } },
      'TICKET_NOT_FOUND',
      'input.ticketId',
    ],
    [
      'a list of another role',
      'tickets',
      { op: 'list', input: { view: 'desk' } },
      'NOT_ALLOWED',
      'input.view',
    ],
    [
      'a foreign cursor',
      'tickets',
      { op: 'list', input: { view: 'mine', cursor: 'abc' } },
      'INVALID_INPUT',
      'input.cursor',
    ],
    [
      'a receipt code that is none',
      'tickets',
      { op: 'track', input: { receiptCode: 'AAAAA-AAAAA-AAAAA' } },
      'RECEIPT_UNKNOWN',
      'input.receiptCode',
    ],
    ['the figures, to a resident', 'supervision', { op: 'rates' }, 'NOT_ALLOWED', undefined],
    [
      'the directory, changed by a resident',
      'directory',
      { op: 'put', input: { list: 'areas', row: { _id: 'x' }, directoryVersion: 1 } },
      'NOT_ALLOWED',
      undefined,
    ],
  ])('%s', async (_what, name, event, code, path) => {
    const before = everything()
    const { status, json } = await post(stage.cloud, `/invoke/${name}?openid=resident-2`, event)
    expect(status).toBe(200)
    expect(json).toMatchObject({ ok: false, error: { code, ...(path && { path }) } })
    expect((json.error as { requestId: string }).requestId).not.toBe('')
    expect(everything()).toBe(before)
  })

  test('malformed JSON', async () => {
    const { status, json } = await post(stage.cloud, '/invoke/tickets?openid=resident-2', '{"op": "submit",')
    expect(status).toBeGreaterThanOrEqual(400)
    expect(json.code ?? json.error).toBeDefined()
  })

  test('nobody in particular', async () => {
    const { json } = await post(stage.cloud, '/invoke/tickets', { op: 'list', input: { view: 'mine' } })
    expect(json).toMatchObject({ error: { code: 'NOT_IDENTIFIED' } })
  })

  test('somebody else’s ticket does not exist for them, whatever they try', async () => {
    const { ticketId, version } = await stage.submit('resident-3')
    const before = everything()
    const input = {
      ticketId,
      reason: '不是我的',
      text: '不是我的',
      newFact: '不是我的',
      contacted: true,
      solved: true,
      grade: 'satisfied',
    }
    for (const op of ['get', 'withdraw', 'supplement', 'expedite', 'evaluate', 'reopen'])
      expect(
        await stage.call('resident-4', `tickets.${op}`, input, { commandId: randomUUID(), version }),
      ).toMatchObject({
        error: { code: 'TICKET_NOT_FOUND' },
      })
    expect(await stage.call('contact-ecology', 'tickets.get', { ticketId })).toMatchObject({ ok: false })
    expect(everything()).toBe(before)
  })

  test('an impossible step, and a department that is not there', async () => {
    const { ticketId, version } = await stage.submit('resident-5', {
      serviceCode: undefined,
      description: '想问一件事，不知道归谁管',
    })
    const before = everything()
    const options = () => ({ commandId: randomUUID(), version })
    const review = { ticketId, approve: true, text: '属实' }
    expect(await stage.call('dispatcher-1', 'tickets.review', review, options())).toMatchObject({
      error: { code: 'ILLEGAL_TRANSITION' },
    })
    const dispatch = { ticketId, departmentId: 'nowhere', reason: '试' }
    expect(await stage.call('dispatcher-1', 'tickets.dispatch', dispatch, options())).toMatchObject({
      error: { code: 'DEPARTMENT_NOT_FOUND', path: 'input.departmentId' },
    })
    expect(everything()).toBe(before)
  })

  test('the process is alive after all of it', async () => {
    expect(await stage.submit('resident-6')).toMatchObject({ status: 'dispatched' })
    expect(stage.cloud.meter.total().failures).toBe(0)
  })

  test('every command of the table that people give has its operation', async () => {
    const own: CommandName[] = ['wake', 'absorb', 'recalculate', 'tellByPhone']
    for (const name of Object.keys(transitions) as CommandName[]) {
      const answer = await stage.call('resident-7', `tickets.${name}`)
      const unknown = !answer.ok && answer.error.code === 'UNKNOWN_OPERATION'
      expect([name, unknown]).toEqual([name, own.includes(name)])
    }
  })
})

describe('what a warm call costs, counted at the emulator’s door', () => {
  const cost = (call: string) =>
    stage.cloud.meter.last(call)?.actions.map(({ action }) => action.replace('database.', ''))

  test('a submit: one write', async () => {
    await stage.submit('resident-9')
    await stage.submit('resident-9')
    expect(cost('tickets.submit')).toEqual(['insertDocument'])
  })

  test('a command: one read, one write', async () => {
    const { ticketId } = await stage.submit('resident-9')
    await stage.act(lightContact, 'acknowledge', ticketId)
    expect(cost('tickets.acknowledge')).toEqual(['getDocument', 'modifyDocument'])
  })

  const readBy = (call: string) => stage.cloud.meter.last(call)?.actions.map(({ collection }) => collection)

  test('a page of one’s own calls: one read', async () => {
    await stage.data<TicketList>('resident-9', 'tickets.list', { view: 'mine' })
    expect(readBy('tickets.list')).toEqual(['tickets'])
  })

  test.each([
    [lightContact, 'inbox', true],
    [lightContact, 'coTasks', false],
    ['dispatcher-1', 'desk', true],
    ['dispatcher-1', 'callbacks', false],
    ['supervisor-1', 'overdue', false],
    ['grid-worker-1', 'area', true],
    ['supervisor-1', 'all', true],
  ])('a page of %s’s list %s: one read, and one of what they have seen', async (openid, view, holds) => {
    await stage.data<TicketList>(openid, 'tickets.list', { view })
    await stage.data<TicketList>(openid, 'tickets.list', { view })
    expect(readBy('tickets.list')).toEqual(holds ? ['tickets', 'views'] : ['tickets'])
  })

  test('nothing scans', () => stage.cloud.meter.assertClean())
})

test('the scheduler takes no orders from people', async () => {
  const { json } = await post(stage.cloud, '/invoke/scheduler?openid=admin-1', {
    Type: 'Timer',
    TriggerName: 'sweep',
  })
  expect(json).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
})
