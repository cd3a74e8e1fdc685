import { describe, expect, test } from 'vitest'
import type { CommandName } from '../../../typings/contract/commands'
import type { TicketStatus } from '../../../typings/contract/ticket'
import type { Relation } from '../../../cloudfunctions/domain/access/relation'
import { relationsOf } from '../../../cloudfunctions/domain/access/relation'
import { transitions } from '../../../cloudfunctions/domain/ticket/transitions'
import { aLife, type Life, supervisor, system, whoIs, without } from '../../support/builders'

const acknowledged = () => aLife({ status: 'acknowledged' })

/** A life in which the command is the right thing to do. */
const ready: Record<CommandName, () => Life> = {
  dispatch: () => aLife({ status: 'submitted' }),
  consult: () => aLife({ status: 'submitted' }),
  advise: () => aLife({ status: 'submitted' }).do('consult'),
  answer: () => aLife({ status: 'submitted' }),
  refer: () => aLife({ status: 'submitted' }),
  reject: () => aLife({ status: 'submitted' }),
  merge: () => aLife({ status: 'submitted' }),
  absorb: () => aLife(),
  reclassify: () => aLife(),
  copy: () => aLife(),
  acknowledge: () => aLife(),
  contactResident: acknowledged,
  sendBack: () => aLife(),
  ruleReturn: () => aLife().do('sendBack'),
  takeBack: () => abandoned(),
  handOver: () => aLife(),
  readHandover: () => aLife().do('handOver'),
  extend: acknowledged,
  ruleExtension: () => acknowledged().do('extend'),
  block: acknowledged,
  ruleBlock: () => acknowledged().do('block'),
  reviewBlock: () => acknowledged().do('block').do('ruleBlock'),
  unblock: () => acknowledged().do('block').do('ruleBlock'),
  terminate: acknowledged,
  ruleTermination: () => acknowledged().do('terminate'),
  commit: acknowledged,
  fulfil: () => acknowledged().do('commit'),
  assist: acknowledged,
  whistle: () => aLife({ status: 'acknowledged', submit: { serviceCode: 'stairwell' } }),
  reportCoTask: () => acknowledged().do('assist'),
  escalate: acknowledged,
  opine: () => acknowledged().do('escalate'),
  reply: acknowledged,
  review: () => aLife({ status: 'replied' }),
  recordCall: () => aLife({ status: 'callback' }),
  recordSecondCall: () => {
    const life = aLife({ status: 'callback' }).do('evaluate', { lot: 0 })
    return life.until(life.at + 2 * 86_400_000)
  },
  flagRepeat: () => aLife(),
  liftRepeat: () => aLife().do('flagRepeat'),
  decideRework: () => unhappyThrice(),
  supplement: () => aLife(),
  expedite: () => aLife(),
  withdraw: () => aLife(),
  evaluate: () => aLife({ status: 'callback' }),
  reopen: () => aLife({ status: 'closed' }),
  coSign: () => aLife(),
  judgeShared: () => aLife({ status: 'callback' }),
  reveal: () => aLife({ submit: { secrecy: 'anonymous' } }),
  forgoPriority: () => aLife({ submit: { priorityGroup: 'old' } }),
  erase: () => aLife({ status: 'closed' }),
  supervise: () => aLife(),
  raise: () => aLife(),
  interview: () => aLife(),
  answerSupervision: () => aLife().do('supervise'),
  exempt: () => aLife(),
  note: () => aLife(),
  tellByPhone: () => aLife(),
  publish: () => aLife({ status: 'callback' }),
  withhold: () => aLife(),
  recordFinding: () => accusing(),
  ruleFinding: () => accusing().do('recordFinding'),
  amendFinding: () => accusing().do('recordFinding').do('ruleFinding'),
  wake: () => aLife(),
  recalculate: () => aLife(),
}

/** A 举报 in the hands of whoever may look into it. */
const accusing = () =>
  aLife({
    status: 'acknowledged',
    submit: { serviceCode: 'manner', kind: 'report', againstDepartmentId: 'city-management' },
  })

/** Two automatic reworks are used up, and the resident is unhappy again. */
function unhappyThrice(): Life {
  const life = aLife({ status: 'callback' })
  const unhappy = { contacted: true, solved: false, grade: 'dissatisfied' } as const
  life.do('evaluate', unhappy).do('reply').do('review')
  return life.do('evaluate', unhappy).do('reply').do('review').do('evaluate', unhappy)
}

/** Contact and deputy have left, and nobody came in their place. */
function abandoned(): Life {
  const life = aLife()
  life.directory = without(['city-management'])
  return life.do('recalculate', {}, system)
}

const names = Object.keys(transitions) as CommandName[]
const row = (name: CommandName) =>
  transitions[name] as { from: readonly TicketStatus[]; to: readonly string[]; by: readonly Relation[] }

describe('every row of the table', () => {
  test.each(names)('%s leads where the table says, by whom it says', (name) => {
    for (const relation of row(name).by) {
      const life = ready[name]()
      const from = life.ticket.status
      const actor = whoIs(relation, life.ticket, life.directory)
      if (!actor) continue
      life.do(name, {}, actor)
      const to = life.ticket.status === from ? 'same' : life.ticket.status
      expect(row(name).to).toContain(to)
    }
  })

  test.each(names)('%s is refused to everybody else', (name) => {
    const life = ready[name]()
    const { ticket, directory, at } = life
    for (const relation of Object.keys(everyRelation) as Relation[]) {
      const actor = whoIs(relation, ticket, directory)
      if (!actor) continue
      const stands = relationsOf(actor, ticket, directory, at)
      if (row(name).by.some((one) => stands.has(one))) continue
      expect([relation, life.refusal(name, {}, actor)]).toEqual([relation, 'NOT_ALLOWED'])
    }
  })

  test.each(names)('%s is refused in every other status', (name) => {
    for (const status of statuses.filter((one) => !row(name).from.includes(one))) {
      const life = aLife({ status })
      const actors = row(name).by.flatMap((relation) => whoIs(relation, life.ticket, life.directory) ?? [])
      for (const actor of actors) {
        const stands = relationsOf(actor, life.ticket, life.directory, life.at)
        const expected = row(name).by.some((one) => stands.has(one)) ? 'ILLEGAL_TRANSITION' : 'NOT_ALLOWED'
        expect([status, life.refusal(name, {}, actor)]).toEqual([status, expected])
      }
    }
  })
})

test('a supervisor may do what the centre may', () => {
  expect(aLife({ status: 'submitted' }).do('dispatch', {}, supervisor).ticket.status).toBe('dispatched')
})

const everyRelation: Record<Relation, true> = {
  caller: true,
  resident: true,
  lead: true,
  coHandler: true,
  consulted: true,
  superior: true,
  copied: true,
  areaWatcher: true,
  centre: true,
  supervisor: true,
  leader: true,
  admin: true,
  system: true,
}

const everyStatus: Record<TicketStatus, true> = {
  submitted: true,
  dispatched: true,
  acknowledged: true,
  replied: true,
  callback: true,
  closed: true,
  answered: true,
  referred: true,
  rejected: true,
  merged: true,
  terminated: true,
  withdrawn: true,
}

const statuses = Object.keys(everyStatus) as TicketStatus[]
