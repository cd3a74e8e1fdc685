import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact } from '../../../cloudfunctions/domain/statistics/fact'
import type { SubmitInput } from '../../../typings/contract/commands'
import { FactBooks } from '../../../local/audit/fact-books'
import { CountedLife } from '../../support/counted-life'
import { aBeginning, aHistory, live } from '../../support/random-life'

const hour = 3_600_000

function lived(submit: Partial<SubmitInput>, history: Parameters<typeof live>[1]) {
  const life = new CountedLife(submit)
  live(submit, history, life)
  life.until(life.at + 20 * 24 * hour)
  const evaluations = [...life.answers].map(([round, answers]) => ({
    ...answers,
    _id: round === life.ticket.callback?.round ? (life.ticket.callback.evaluationId ?? '') : `e${round}`,
    round,
  }))
  return { life, ticket: { ...life.ticket, evaluations } }
}

function audit({ life, ticket }: ReturnType<typeof lived>, facts: Iterable<Fact> = life.facts.values()) {
  const books = new FactBooks()
  books.add(ticket)
  return books.check(facts, { answers: true, asOf: life.at + hour })
}

test('the facts of random lives are what their tickets say; one that is changed, taken out or put in is named', () => {
  let checked = 0
  fc.assert(
    fc.property(aBeginning, aHistory, fc.nat(), (submit, history, place) => {
      const whole = lived(submit, history)
      const honest = audit(whole)
      expect(honest.breaks).toEqual([])
      checked += honest.checked
      const facts = [...whole.life.facts.values()]
      const clocks = facts.filter(({ kind }) => kind === 'clock')
      const one = clocks[place % clocks.length]
      if (one?.kind !== 'clock') return
      const named = [{ number: whole.ticket.number, fact: one._id }]
      const others = facts.filter((fact) => fact !== one)
      const forged: Fact = { ...one, result: one.result === 'met' ? 'breached' : 'met' }
      expect(audit(whole, [...others, forged]).breaks).toMatchObject([{ kind: 'factAltered', ...named[0] }])
      expect(audit(whole, [...others, { ...one, departmentId: 'another' }]).breaks).toMatchObject(named)
      if (one.result !== 'open')
        expect(audit(whole, others).breaks).toMatchObject([{ kind: 'factMissing', ...named[0] }])
      const invented = { ...one, _id: `${one._id}9` }
      expect(audit(whole, [...facts, invented]).breaks).toMatchObject([{ kind: 'factInvented' }])
    }),
    { numRuns: 30 },
  )
  expect(checked).toBeGreaterThan(100)
}, 60_000)
