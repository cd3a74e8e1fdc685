import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandInputs, CommandName } from '../../typings/contract/commands'
import type { Reach } from '../../typings/contract/notification'
import type { Session } from '../../typings/contract/session'
import { transitions } from '../../cloudfunctions/domain/ticket/transitions'
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

const unhappy = { contacted: true, solved: false, grade: 'dissatisfied' } as const
const unrouted = { serviceCode: undefined, description: '想问一件事，不知道归谁管' }
const answered: readonly Step[] = [
  [lightContact, 'reply', { text: '灯已修好。', publish: true }],
  [desk, 'review', { approve: true, text: '属实' }],
]

/** Whom nobody can be reached at once the others are there. */
const abandoned = 'transport'

/** docs/architecture.md, “Listed exceptions to one read and one write”: what is touched beside, in order. */
const beside: Partial<Record<CommandName, readonly string[]>> = {
  merge: ['getDocument tickets'],
  evaluate: ['modifyDocument evaluations'],
  coSign: ['insertDocument co_signers'],
  recordSecondCall: ['modifyDocument evaluations'],
  flagRepeat: ['getDocument tickets'],
  judgeShared: ['getDocument co_signers', 'modifyDocument evaluations', 'modifyDocument co_signers'],
  reveal: ['insertDocument callers'],
  erase: ['modifyDocument evaluations', 'removeDocument messages', 'removeDocument sendings'],
  publish: ['wx.openApi'],
}

/** Given by nobody on one ticket: the scheduler's, the saga's second half, and what `recordPhoneTask` writes. */
const notGiven: readonly CommandName[] = ['absorb', 'tellByPhone', 'wake', 'recalculate']

/** Lives, each from a submission; together they give every command that people give on one ticket. */
const lives: readonly (readonly [string, object, (other: string) => readonly Step[]])[] = [
  [
    'from the desk to another unit and back',
    unrouted,
    () => [
      [desk, 'consult', { departmentIds: ['ecology'], question: '是你们的职责吗？' }],
      ['contact-ecology', 'advise', { ours: false, text: '不是' }],
      [desk, 'reclassify', { kind: 'help', reason: '是求助' }],
      [desk, 'dispatch', { departmentId: 'city-management', reason: '属该单位职责' }],
      [desk, 'copy', { departmentIds: ['ecology'] }],
      [lightContact, 'handOver', { done: '看过现场', next: '联系养护公司' }],
      [lightContact, 'sendBack', { reason: '已移交' }],
      [desk, 'ruleReturn', { grant: true, text: '改派', departmentId: 'transport' }],
      ['contact-transport', 'readHandover', {}],
      ['contact-transport', 'acknowledge', {}],
      ['contact-transport', 'terminate', { reason: '办不了', resultText: '依法终止' }],
      [desk, 'ruleTermination', { grant: true, text: '同意' }],
    ],
  ],
  [
    'with more time, others called in, supervised, answered and opened again',
    {},
    (other) => [
      [resident, 'supplement', { text: '还有一盏' }],
      [resident, 'expedite', {}],
      [desk, 'flagRepeat', { earlierId: other, reason: '同一盏灯' }],
      [desk, 'liftRepeat', { reason: '有新情况' }],
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
      ...answered,
      [desk, 'publish', { hide: [], photos: [] }],
      [desk, 'withhold', { reason: '涉及他人隐私' }],
      [desk, 'recordCall', { answered: false }],
    ],
  ],
  [
    'shared, unhappy three times, decided by a supervisor, opened again and erased',
    {},
    () => [
      ['resident-2', 'coSign', {}],
      [lightContact, 'acknowledge', {}],
      ...answered,
      ['resident-2', 'judgeShared', { solved: true, grade: 'satisfied' }],
      [resident, 'evaluate', unhappy],
      ...answered,
      [resident, 'evaluate', unhappy],
      ...answered,
      [resident, 'evaluate', unhappy],
      [boss, 'decideRework', { rework: false, text: '已尽到责任' }],
      [resident, 'reopen', { newFact: '又不亮了' }],
      ...answered,
      [resident, 'evaluate', { contacted: true, solved: true, grade: 'satisfied' }],
      [resident, 'erase', {}],
    ],
  ],
  [
    'of a street that whistles',
    unrouted,
    () => [
      [desk, 'dispatch', { departmentId: 'office-01', reason: '属地' }],
      ['contact-office-01', 'acknowledge', {}],
      ['contact-office-01', 'whistle', { departmentId: 'city-management', task: '请来现场' }],
    ],
  ],
  ['that is part of another', {}, (parentId) => [[desk, 'merge', { parentId, text: '同一件事' }]]],
  [
    'that accuses somebody',
    { serviceCode: 'official-manner', kind: 'report', againstDepartmentId: 'city-management' },
    () => [
      ['contact-discipline', 'acknowledge', {}],
      ['contact-discipline', 'recordFinding', { verdict: 'verified', text: '经查属实。' }],
      [boss, 'ruleFinding', { grant: true, text: '同意公开' }],
      ['contact-discipline', 'amendFinding', { kind: 'withdraw', reason: '证人翻供' }],
      [boss, 'ruleFinding', { grant: true, text: '同意撤下' }],
    ],
  ],
  [
    'of somebody old, who wants no priority any more and withdraws',
    { priorityGroup: 'old' },
    () => [
      [resident, 'forgoPriority', {}],
      [resident, 'withdraw', { reason: '好了' }],
    ],
  ],
  [
    'answered at the desk',
    { ...unrouted, kind: 'consult' },
    () => [[desk, 'answer', { text: '请带身份证' }]],
  ],
  ['referred', unrouted, () => [[desk, 'refer', { code: 'referLegal', text: '请走法律途径' }]]],
  ['refused', unrouted, () => [[desk, 'reject', { code: 'outOfScope', text: '请找市场主体' }]]],
]

const trips = (op: string): string[] =>
  (stage.cloud.meter.last(`tickets.${op}`)?.actions ?? [])
    // A warm instance asks for the directory's version once a minute of real time.
    .filter(({ collection }) => collection !== 'settings')
    .map(({ action, collection = '' }) => `${action.replace('database.', '')} ${collection}`.trim())

/** Every command that was counted in a warm instance. */
const counted = new Set<CommandName>()

function count(name: CommandName) {
  if (stage.cloud.meter.last(`tickets.${name}`)?.cold !== false) return
  counted.add(name)
  const [first, ...others] = trips(name)
  expect([name, first, others.at(-1)]).toEqual([name, 'getDocument tickets', 'modifyDocument tickets'])
  expect([name, others.slice(0, -1)]).toEqual([name, beside[name] ?? []])
}

test.each(lives)(
  'a life %s: each command is one read and one write of its ticket',
  async (_what, changes, steps) => {
    const other = await stage.submit(resident)
    const { ticketId } = await stage.submit(resident, changes)
    for (const [openid, name, input] of steps(other.ticketId)) {
      await stage.act(openid, name, ticketId, input)
      count(name)
    }
  },
)

test('an anonymous caller who says who they are: the mapping of their alias, and the ticket', async () => {
  const openid = 'resident-3'
  const { ticketId, receiptCode } = await stage.submit(openid, { secrecy: 'anonymous' })
  const input = { ticketId, receiptCode, secrecy: 'confidential', phone: '13800000000' }
  const { version } = stage.stored(ticketId)
  await stage.data(openid, 'tickets.reveal', input, { commandId: 'she-says-who-she-is', version })
  count('reveal')
})

test('a call that closed well, on which the lot fell: somebody else asks again, and another answer is a warning', async () => {
  const [settings] = stage.cloud.database.read('settings', { _id: 'tenant' }) as unknown as {
    version: number
  }[]
  const seen = { directoryVersion: settings?.version, secondCallShare: 1 }
  const { directoryVersion } = await stage.data<Session>('admin-1', 'directory.setSecondCalls', seen)
  const { ticketId } = await stage.submit(resident)
  const given: readonly Step[] = [
    [lightContact, 'acknowledge', {}],
    ...answered,
    [resident, 'evaluate', { contacted: true, solved: true, grade: 'satisfied' }],
  ]
  for (const [openid, name, input] of given) {
    const { version } = stage.stored(ticketId)
    const options = { commandId: `${name}-heard`, version, directoryVersion }
    await stage.data(openid, `tickets.${name}`, { ticketId, ...input }, options)
  }
  await stage.pass(2 * 86_400_000)
  const { secondCalls } = await stage.data<Reach>(desk, 'tickets.reach', {}, { directoryVersion })
  expect(secondCalls).toMatchObject([{ ticketId, tries: 0, forAnother: false }])
  const heard = { answered: true, contacted: true, solved: false, grade: 'dissatisfied' } as const
  await stage.act(desk, 'recordSecondCall', ticketId, heard)
  count('recordSecondCall')
  const facts = stage.cloud.database.read('facts', { ticketId })
  await stage.pass(61_000)
  expect(stage.cloud.database.read('warnings', { ticketId })).toMatchObject([
    { kind: 'otherAnswer', scope: { departmentId: 'city-management' } },
  ])
  expect(stage.stored(ticketId).status).toBe('closed')
  expect(stage.cloud.database.read('facts', { ticketId })).toEqual(facts)
})

test('texts over 2,000 characters are kept apart before the ticket names them', async () => {
  const { ticketId } = await stage.submit(resident)
  await stage.act(lightContact, 'acknowledge', ticketId)
  await stage.act(lightContact, 'reply', ticketId, { text: '灯已修好。'.repeat(500), publish: true })
  expect(trips('reply')).toEqual(['getDocument tickets', 'modifyDocument texts', 'modifyDocument tickets'])
})

test('taken back from a unit where nobody is left', async () => {
  const { ticketId } = await stage.submit(resident, unrouted)
  await stage.act(desk, 'dispatch', ticketId, { departmentId: abandoned, reason: '职责明确' })
  let directoryVersion = 0
  for (const postId of [`contact-${abandoned}`, `deputy-${abandoned}`]) {
    const { personId: _gone, ...row } = stage.cloud.database.read('posts', { _id: postId })[0] ?? {}
    const seen = await stage.data<Session>('admin-1', 'directory.session')
    const put = { list: 'posts', row, directoryVersion: seen.directoryVersion }
    ;({ directoryVersion } = await stage.data<Session>('admin-1', 'directory.put', put))
  }
  await stage.pass(120_000)
  const { version } = stage.stored(ticketId)
  const input = { ticketId, text: '单位已撤并', departmentId: 'ecology' }
  await stage.data(desk, 'tickets.takeBack', input, { commandId: 'taken-back', version, directoryVersion })
  // The new directory is read once, by whoever hears of it first.
  const own = trips('takeBack').filter((trip) => trip.endsWith(' tickets'))
  expect(own).toEqual(['getDocument tickets', 'modifyDocument tickets'])
  counted.add('takeBack')
})

// Last in this file.
test('every command that people give has been counted', () => {
  const given = (Object.keys(transitions) as CommandName[]).filter((name) => !notGiven.includes(name))
  expect(given.filter((name) => !counted.has(name))).toEqual([])
  expect(notGiven.filter((name) => counted.has(name))).toEqual([])
})
