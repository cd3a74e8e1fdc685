import { describe, expect, test } from 'vitest'
import { viewOf } from '../../../cloudfunctions/domain/access/view'
import type { Actor } from '../../../cloudfunctions/domain/ticket/ticket'
import {
  aLife,
  caller,
  contactOf,
  deputyOf,
  dispatcher,
  gridWorker,
  type Life,
  without,
} from '../../support/builders'

const someone: Actor = { ...contactOf('city-management'), personId: 'person-a' }
const successor: Actor = { ...contactOf('city-management'), personId: 'person-b' }

const handed = () => aLife().do('handOver', {}, someone)

const seen = ({ ticket, directory, at }: Life, actor: Actor) =>
  viewOf(ticket, [actor], directory, at)?.handover

describe('交接说明', () => {
  test('waits for whoever holds the post next, and not for the one who wrote it', () => {
    const life = handed()
    expect(life.refusal('readHandover', {}, someone)).toBe('NO_HANDOVER')
    life.do('readHandover', {}, successor)
    expect(life.ticket.handover).toMatchObject({
      next: '催养护公司',
      readByPostId: 'contact-city-management',
    })
    expect(life.refusal('readHandover', {}, successor)).toBe('NO_HANDOVER')
  })

  test('goes along to the unit that takes the ticket over', () => {
    const life = handed().do('sendBack').do('ruleReturn', { departmentId: 'ecology' })
    expect(seen(life, contactOf('ecology'))).toMatchObject({ done: '已看过现场', own: false })
    expect(life.do('readHandover').ticket.handover?.readByPostId).toBe('contact-ecology')
  })

  test('says whose own it is without saying who that is', () => {
    const life = handed()
    expect(seen(life, someone)).toMatchObject({ own: true })
    expect(seen(life, successor)).toMatchObject({ own: false })
    expect(JSON.stringify(seen(life, dispatcher))).not.toContain('person-a')
  })

  test.each([
    ['the caller', caller],
    ['the grid worker', gridWorker],
  ])('is not for %s, in no field and no line', (_who, actor) => {
    const life = handed()
    expect(JSON.stringify(viewOf(life.ticket, [actor], life.directory, life.at))).not.toContain('催养护公司')
  })

  test('what was promised to a caller goes when the caller has their words deleted', () => {
    const life = aLife({ status: 'acknowledged' }).do('handOver').do('withdraw').do('erase')
    expect(JSON.stringify(life.ticket)).not.toContain('周三上门')
  })
})

describe('提醒谁看', () => {
  test.each([
    ['the centre', 'dispatcher'],
    ['a unit called in', 'contact-east-office'],
    ['the lead itself', 'contact-city-management'],
  ])('%s is told', (_whom, postId) => {
    const life = aLife().do('note', { text: '请留意', mention: [postId] }, dispatcher)
    expect(life.messages()).toContain(`mentioned>${postId}`)
  })

  test.each([
    ['a unit that has nothing to do with it', 'contact-ecology'],
    ['a deputy whose contact is in', 'deputy-city-management'],
    ['the grid worker, who reads no notes', 'grid-worker'],
    ['nobody at all', 'no-such-post'],
  ])('not %s: a mention opens no door', (_whom, postId) => {
    const life = aLife()
    expect(life.refusal('note', { text: '请留意', mention: ['dispatcher', postId] })).toBe(
      'MENTION_CANNOT_SEE',
    )
  })

  test('while somebody is away their post is read by the deputy, who may be reminded through it', () => {
    const life = aLife()
    const posts = life.directory.posts.map((post) =>
      post._id === 'contact-city-management' ? { ...post, absence: { from: life.at, reason: '病假' } } : post,
    )
    life.directory = { ...life.directory, posts }
    life.do('note', { text: '请留意', mention: ['contact-city-management'] }, dispatcher)
    expect(life.refusal('note', { text: '记下了' }, deputyOf('city-management'))).toBeUndefined()
    life.directory = without(['city-management'], life.directory)
    expect(life.refusal('note', { text: '在吗', mention: ['contact-city-management'] }, dispatcher)).toBe(
      'MENTION_CANNOT_SEE',
    )
  })
})
