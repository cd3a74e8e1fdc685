import { describe, expect, test } from 'vitest'
import type { TicketFields } from '../../../typings/contract/ticket'
import { relationsOf } from '../../../cloudfunctions/domain/access/relation'
import { viewOf } from '../../../cloudfunctions/domain/access/view'
import type { Actor } from '../../../cloudfunctions/domain/ticket/ticket'
import {
  admin,
  aDistrict,
  aLife,
  caller,
  contactOf,
  deputyOf,
  dispatcher,
  gridWorker,
  leader,
  type Life,
  stranger,
  supervisor,
} from '../../support/builders'

const district = aDistrict()

/** A ticket with something in every corner, in the hands of the city management. */
function aRichLife(submit: Parameters<typeof aLife>[0] = {}): Life {
  const life = aLife({ status: 'acknowledged', ...submit })
  life.do('contactResident').do('note', { text: '内部的话' }).do('escalate').do('extend').do('supervise')
  life
    .do('copy', { departmentIds: ['ecology'] })
    .do('supplement')
    .do('exempt')
  return life.do('reply', { text: '灯已修好。', internalText: '费用从养护经费出', publish: true })
}

const seen = (life: Life, ...actors: Actor[]) => viewOf(life.ticket, actors, district, life.at)

const staffOnly: (keyof TicketFields)[] = [
  'cc',
  'supervisions',
  'escalation',
  'exemptions',
  'coTasks',
  'centreTasks',
  'absorbed',
]

describe('who sees what', () => {
  const inside: [string, Actor][] = [
    ['the lead', contactOf('city-management')],
    ['a co-handler', contactOf('east-office')],
    ['the superior who was asked', contactOf('government')],
    ['the leader in charge', leader],
    ['a dispatcher', dispatcher],
    ['a supervisor', supervisor],
  ]
  const outside: [string, Actor][] = [
    ['the caller', caller],
    ['a unit that was copied', contactOf('ecology')],
    ['the grid worker of the place', gridWorker],
  ]
  const nobody: [string, Actor][] = [
    ['another resident', stranger],
    ['a unit that has nothing to do with it', contactOf('water-supply')],
    ['its deputy', deputyOf('city-management')],
    ['an admin of the directory', admin],
    ['a grid worker of another place', { ...gridWorker, postId: 'contact-west-office' }],
  ]

  test.each(inside)('%s sees the work inside', (_who, actor) => {
    const view = seen(aRichLife(), actor)
    for (const field of staffOnly) expect(view).toHaveProperty(field)
    expect(view?.history?.map(({ text }) => text)).toContain('内部的话')
    expect(view?.replies).toMatchObject([{ internalText: '费用从养护经费出' }])
    expect(view?.clocks?.map(({ kind }) => kind)).toContain('reply')
  })

  test.each(outside)('%s sees none of it', (_who, actor) => {
    const view = seen(aRichLife(), actor)
    for (const field of staffOnly) expect(view).not.toHaveProperty(field)
    expect(JSON.stringify(view)).not.toMatch(/内部的话|养护经费/)
    expect(view?.clocks?.map(({ kind }) => kind)).toEqual(['promise'])
  })

  test.each(nobody)('%s does not learn that it exists', (_who, actor) => {
    expect(seen(aRichLife(), actor)).toBeUndefined()
  })

  test('the resident reads a reply once it is approved, never before, never what was sent back', () => {
    const life = aRichLife()
    expect(seen(life, caller)?.replies).toEqual([])
    life.do('review', { approve: false }).do('reply', { text: '这次真修好了。' }).do('review')
    expect(seen(life, caller)?.replies).toMatchObject([{ text: '这次真修好了。' }])
    expect(JSON.stringify(seen(life, caller))).not.toContain('灯已修好')
  })

  test('nobody sees the alias, the receipts, the outbox or the search terms', () => {
    const life = aRichLife()
    for (const [, actor] of [...inside, ...outside]) {
      const text = JSON.stringify(seen(life, actor))
      expect(text).not.toContain('alias-of-caller')
      for (const field of ['outbox', 'outboxSeq', 'receipts', 'terms', 'receiptHash'])
        expect(text).not.toContain(`"${field}"`)
    }
  })
})

describe('name and phone', () => {
  test.each([
    ['named', 'handlers and the centre', { lead: true, centre: true, watcher: false }],
    ['confidential', 'the centre alone', { lead: false, centre: true, watcher: false }],
    ['anonymous', 'nobody, as they are not even kept', { lead: false, centre: false, watcher: false }],
  ] as const)('of a %s caller are known to %s', (secrecy, _whom, known) => {
    const life = aRichLife({ submit: { secrecy } })
    const knows = (actor: Actor) => /甲居民|13800000000/.test(JSON.stringify(seen(life, actor)))
    expect({
      lead: knows(contactOf('city-management')),
      centre: knows(dispatcher),
      watcher: knows(gridWorker),
    }).toEqual(known)
    expect(JSON.stringify(life.ticket).includes('13800000000')).toBe(secrecy !== 'anonymous')
  })
})

describe('回避', () => {
  const report = { kind: 'report', serviceCode: 'manner' } as const
  const against = (againstDepartmentId: string) => aLife({ submit: { ...report, againstDepartmentId } })

  test.each([
    ['its contact', 'city-management', contactOf('city-management')],
    ['a village under the accused street', 'east-office', contactOf('lane-committee')],
    ['a grid worker of a village under it', 'east-office', gridWorker],
    ['a dispatcher, where the centre is accused', 'centre', dispatcher],
  ])('%s sees nothing', (_who, accused, actor) => {
    const { ticket, at } = against(accused)
    expect([
      ...relationsOf(actor, { ...ticket, cc: ['city-management', 'lane-committee'] }, district, at),
    ]).toEqual([])
  })

  test('where the centre is accused a supervisor can still act', () => {
    const { ticket, at } = against('centre')
    expect(relationsOf(supervisor, ticket, district, at).has('centre')).toBe(true)
  })

  test('an ordinary complaint about a service does go to the unit responsible', () => {
    const life = aLife({ submit: { kind: 'complaint', againstDepartmentId: 'city-management' } })
    expect(seen(life, contactOf('city-management'))?.relations).toContain('lead')
  })
})

test('a leader sees the tickets of the units in their charge, not those of others', () => {
  const life = aLife({ submit: { serviceCode: 'manner' } })
  expect(life.ticket.lead?.departmentId).toBe('discipline')
  expect(seen(life, leader)).toBeUndefined()
})
