import { describe, expect, test } from 'vitest'
import { viewOf } from '../../../cloudfunctions/domain/access/view'
import { aLife, caller, contactOf, dispatcher } from '../../support/builders'

describe('认定重复反映 (Art. 9)', () => {
  test('a person of the centre finds it, with a reason and a date; the caller is told why, and 催办 rests', () => {
    const life = aLife().do('flagRepeat')
    const { clocks } = aLife().ticket
    expect(life.ticket.repeat).toMatchObject({
      at: life.at,
      reason: '同一盏灯，没有新情况',
      earlierId: 'ticket-0',
    })
    expect(life.messages()).toContain('repeatFlagged>caller')
    expect(life.refusal('expedite')).toBe('REPEAT_FLAGGED')
    // It goes on, on its clocks.
    expect(life.ticket.clocks).toEqual(clocks)
    expect(life.refusal('acknowledge')).toBeUndefined()
    expect(life.refusal('flagRepeat')).toBe('REPEAT_FLAGGED_ALREADY')
    for (const by of [contactOf('city-management'), caller])
      expect(aLife().refusal('flagRepeat', {}, by)).toBeDefined()
  })

  test('new facts: whoever found it looks again, and lifts it', () => {
    const life = aLife().do('flagRepeat').deliver().do('supplement')
    expect(life.messages()).toEqual(expect.arrayContaining(['supplemented>dispatcher']))
    life.deliver().do('liftRepeat')
    expect(life.ticket.repeat).toMatchObject({ liftedAt: life.at })
    expect(life.messages()).toContain('repeatLifted>caller')
    expect(life.refusal('expedite')).toBeUndefined()
    expect(life.refusal('liftRepeat')).toBe('REPEAT_NOT_FLAGGED')
  })

  test('never of an emergency, nor where the words sound of danger', () => {
    expect(aLife({ submit: { serviceCode: 'gas-leak' } }).refusal('flagRepeat')).toBe('REPEAT_EMERGENCY')
    const despair = aLife()
    despair.ticket = { ...despair.ticket, alarms: [{ alarm: 'selfHarm', words: '不想活了' }] }
    expect(despair.refusal('flagRepeat')).toBe('REPEAT_EMERGENCY')
  })

  test('only of the same caller: anonymous calls have no earlier one', () => {
    const other = { alias: 'alias-of-another-call', number: '20260501-ABCDEF-G' }
    expect(aLife().refusal('flagRepeat', { earlier: other })).toBe('REPEAT_OTHER_CALLER')
    const anonymous = aLife({ submit: { secrecy: 'anonymous' } })
    expect(anonymous.refusal('flagRepeat', { earlier: other })).toBe('REPEAT_OTHER_CALLER')
  })

  test('handlers read that the centre found it; why and after which call is the caller’s and the centre’s', () => {
    const { ticket, directory, at } = aLife().do('flagRepeat')
    const toUnit = viewOf(ticket, [contactOf('city-management')], directory, at)
    expect(toUnit?.repeat).toEqual({ at })
    expect(JSON.stringify(toUnit)).not.toMatch(/ticket-0|没有新情况/)
    for (const reader of [caller, dispatcher])
      expect(viewOf(ticket, [reader], directory, at)?.repeat).toMatchObject({ earlierId: 'ticket-0' })
  })
})
