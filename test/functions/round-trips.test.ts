import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandInputs, CommandName } from '../../typings/contract/commands'
import { aStage, lightContact, type TestStage } from '../support/stage'

let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

type Step = { [Name in CommandName]: readonly [string, Name, Partial<CommandInputs[Name]>?] }[CommandName]

const desk = 'dispatcher-1'
const boss = 'supervisor-1'
const resident = 'resident-1'
const inADay = () => stage.cloud.clock.now() + 86_400_000
const tenDays = { amount: 5, unit: 'workDay' } as const

/** Lives, each from a submission; together they give every command that people give on one ticket. */
const lives: readonly (readonly [string, object, () => readonly Step[]])[] = [
  [
    'from the desk to another unit and back',
    { serviceCode: undefined, description: '想问一件事，不知道归谁管' },
    () => [
      [desk, 'consult', { departmentIds: ['ecology'], question: '是你们的职责吗？' }],
      ['contact-ecology', 'advise', { ours: false, text: '不是' }],
      [desk, 'reclassify', { kind: 'help', reason: '是求助' }],
      [desk, 'dispatch', { departmentId: 'city-management', reason: '属该单位职责' }],
      [desk, 'copy', { departmentIds: ['ecology'] }],
      [lightContact, 'sendBack', { reason: '已移交' }],
      [desk, 'ruleReturn', { grant: true, text: '改派', departmentId: 'transport' }],
      ['contact-transport', 'acknowledge', {}],
      ['contact-transport', 'terminate', { reason: '办不了', resultText: '依法终止' }],
      [desk, 'ruleTermination', { grant: true, text: '同意' }],
    ],
  ],
  [
    'with more time, others called in, supervised, answered and opened again',
    {},
    () => [
      [resident, 'supplement', { text: '还有一盏' }],
      [resident, 'expedite', {}],
      [lightContact, 'acknowledge', {}],
      [lightContact, 'contactResident', { how: 'phone', note: '已联系' }],
      [lightContact, 'extend', { reason: '等配件', limit: tenDays }],
      [desk, 'ruleExtension', { grant: true, text: '同意' }],
      [lightContact, 'block', { reason: '等资金', measure: '先围挡', reviewAt: inADay() }],
      [desk, 'ruleBlock', { grant: true, text: '同意' }],
      [desk, 'reviewBlock', { grant: true, text: '继续', reviewAt: inADay() }],
      [lightContact, 'unblock', { reason: '资金到位' }],
      [lightContact, 'commit', { type: 'repair', measure: '换灯', promisedAt: inADay() }],
      [lightContact, 'fulfil', { commitmentId: 'p1', evidence: '已换' }],
      [lightContact, 'assist', { departmentId: 'ecology', task: '看现场' }],
      ['contact-ecology', 'reportCoTask', { coTaskId: 'c1', text: '看过了' }],
      [lightContact, 'escalate', { question: '经费从哪里来？' }],
      ['contact-government-office', 'opine', { text: '从应急经费出' }],
      [boss, 'supervise', { cause: 'overdue', text: '抓紧' }],
      [lightContact, 'answerSupervision', { supervisionId: 'd1', text: '已整改' }],
      [boss, 'raise', { cause: 'overdue', text: '提级' }],
      [boss, 'interview', { cause: 'overdue', text: '约谈' }],
      [boss, 'exempt', { of: 'promise', code: 'objective', evidence: '台风' }],
      [lightContact, 'note', { text: '记一笔' }],
      [lightContact, 'reply', { text: '灯已修好。', publish: true }],
      [desk, 'review', { approve: true, text: '属实' }],
      [desk, 'recordCall', { answered: false }],
    ],
  ],
  ['withdrawn', {}, () => [[resident, 'withdraw', { reason: '好了' }]]],
  [
    'answered at the desk',
    { serviceCode: undefined, kind: 'consult', description: '想问一件事，不知道归谁管' },
    () => [[desk, 'answer', { text: '请带身份证' }]],
  ],
  [
    'referred',
    { serviceCode: undefined, description: '想问一件事，不知道归谁管' },
    () => [[desk, 'refer', { code: 'referLegal', text: '请走法律途径' }]],
  ],
  [
    'refused',
    { serviceCode: undefined, description: '想问一件事，不知道归谁管' },
    () => [[desk, 'reject', { code: 'outOfScope', text: '请找市场主体' }]],
  ],
]

const trips = (op: string): string[] =>
  (stage.cloud.meter.last(`tickets.${op}`)?.actions ?? [])
    // A warm instance asks for the directory's version once a minute of real time.
    .filter(({ collection }) => collection !== 'settings')
    .map(({ action, collection = '' }) => `${action.replace('database.', '')} ${collection}`)

test.each(lives)(
  'a life %s: each command is one read and one write of its ticket',
  async (_what, changes, steps) => {
    await stage.submit(resident)
    const { ticketId } = await stage.submit(resident, changes)
    for (const [openid, name, input] of steps()) {
      await stage.act(openid, name, ticketId, input)
      if (cold(name)) continue
      expect([name, trips(name)]).toEqual([name, ['getDocument tickets', 'modifyDocument tickets']])
    }
  },
)

const cold = (op: string): boolean => stage.cloud.meter.last(`tickets.${op}`)?.cold !== false

test('what is kept apart is written first, and is the only thing more', async () => {
  const { ticketId } = await stage.submit(resident)
  await stage.data('resident-2', 'tickets.coSign', { ticketId }, { commandId: 'a-neighbour-joins' })
  await stage.act(lightContact, 'acknowledge', ticketId)
  await stage.act(lightContact, 'reply', ticketId, { text: '灯已修好。'.repeat(500), publish: true })
  expect(beside('reply')).toEqual(['texts'])
  await stage.act(desk, 'review', ticketId, { approve: true, text: '属实' })
  await stage.act(resident, 'evaluate', ticketId, { contacted: true, solved: true, grade: 'satisfied' })
  expect(beside('evaluate')).toEqual(['evaluations'])
  await stage.act(resident, 'reopen', ticketId, { newFact: '又不亮了' })
  expect(trips('reopen')).toEqual(['getDocument tickets', 'modifyDocument tickets'])
})

/** The collections that a command wrote or read beside its one read and one write of the ticket. */
const beside = (op: string): string[] =>
  trips(op)
    .map((trip) => trip.split(' ')[1] ?? '')
    .filter((collection) => collection !== 'tickets')
