import { describe, expect, test } from 'vitest'
import type { SubmitInput } from '../../../typings/contract/commands'
import { viewOf } from '../../../cloudfunctions/domain/access/view'
import { hear } from '../../../cloudfunctions/domain/ticket/hear'
import { openTicket } from '../../../cloudfunctions/domain/ticket/open-ticket'
import type { Actor } from '../../../cloudfunctions/domain/ticket/ticket'
import {
  aCall,
  aDistrict,
  aLife,
  aMoment,
  caller,
  contactOf,
  dispatcher,
  gridWorker,
} from '../../support/builders'

describe('old, disabled, a minor, on subsistence allowance, entitled (S32)', () => {
  const old = () => aLife({ submit: { priorityGroup: 'old' } })

  test('said, it is acknowledged and contacted sooner', () => {
    const due = (life: ReturnType<typeof aLife>) => life.clock('acknowledge').dueAt
    expect(old().ticket).toMatchObject({ priority: true, priorityGroup: 'old' })
    expect(due(old())).toBeLessThan(due(aLife()))
  })

  test.each<[string, Actor, 'old' | undefined]>([
    ['the caller', caller, 'old'],
    ['the lead', contactOf('city-management'), 'old'],
    ['a dispatcher', dispatcher, 'old'],
    ['the grid worker of the place', gridWorker, undefined],
  ])('%s reads which: %#', (_, actor, group) => {
    const { ticket, directory, at } = old()
    expect(viewOf(ticket, [actor], directory, at)?.priorityGroup).toBe(group)
  })

  test('taken back it is gone, what was promised stands, and there is nothing to take back twice', () => {
    const life = old()
    const before = life.ticket.clocks
    life.do('forgoPriority')
    expect(life.ticket.priority).toBe(false)
    expect(life.ticket).not.toHaveProperty('priorityGroup')
    expect(life.ticket.clocks).toEqual(before)
    expect(life.refusal('forgoPriority')).toBe('NO_PRIORITY')
  })

  test('the centre that takes the priority away takes the group away', () => {
    const life = old().do('reclassify', { priority: false, reason: '核实不是' })
    expect(life.ticket).not.toHaveProperty('priorityGroup')
  })

  test('of an anonymous caller it is not kept', () => {
    const { ticket } = aLife({ submit: { priorityGroup: 'disabled', secrecy: 'anonymous' } })
    expect(ticket.priority).toBe(false)
    expect(ticket).not.toHaveProperty('priorityGroup')
  })

  test('erased with the caller’s words', () => {
    const life = aLife({ status: 'closed', submit: { priorityGroup: 'old' } })
    expect(life.do('erase').ticket).not.toHaveProperty('priorityGroup')
  })
})

describe('what neighbours may see', () => {
  const behalf = { relation: 'family', consent: 'present' } as const
  test.each<[string, Partial<SubmitInput>, boolean]>([
    ['a named call from a phone', {}, true],
    ['not where its caller said no', { share: false }, false],
    ['nor for somebody else, who was not asked', { behalf, phone: '13800000000' }, false],
    ['but where that was said', { behalf, phone: '13800000000', share: true }, true],
    ['nor taken down by the centre', { channel: 'hotline' }, false],
    ['never a confidential one', { secrecy: 'confidential', share: true }, false],
    ['never a 举报', { kind: 'report', share: true }, false],
    ['a danger to everybody, as any other', { description: '广告牌被风吹歪了，快要掉下来' }, true],
    [
      'never one of despair',
      { description: '活不下去了，想跳河', serviceCode: undefined, share: true },
      false,
    ],
    [
      'never one of violence',
      { description: '他天天打我，说要杀了我', serviceCode: undefined, share: true },
      false,
    ],
  ])('%s', (_, changes, shared) => {
    const input = aCall(changes)
    const directory = aDistrict()
    const identity = { ticketId: 't', number: 'n', alias: 'a' }
    const ticket = openTicket(input, identity, aMoment(caller), hear(input, directory))
    expect(ticket.caller.share).toBe(shared)
  })
})
