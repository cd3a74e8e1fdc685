import { canonical } from '../../cloudfunctions/domain/audit/canonical'
import type { Fact } from '../../cloudfunctions/domain/statistics/fact'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import type { Evaluation } from '../../typings/contract/ticket'
import type { Timestamp } from '../../typings/contract/time'

/** What rates are counted from is not what the sealed ticket says. */
export interface FactBreak {
  kind: 'factAltered' | 'factInvented' | 'factMissing'
  number: string
  fact: string
}

/** Of a ticket, all of it held by its chain. */
export type Counted = Pick<Ticket, '_id' | 'number' | 'clocks' | 'exemptions' | 'callback' | 'chain'> & {
  evaluations?: readonly Pick<Evaluation, '_id' | 'round' | 'contacted' | 'solved' | 'grade' | 'at'>[]
}

interface Owed {
  number: string
  /** Any of these; several answers of one round may follow each other. Empty: there must be none. */
  said: string[]
  must: boolean
  /** Since when it stands so. */
  at: Timestamp
}

/** A fact leaves its ticket with the next sweep; younger ones are not held against anything, ms. */
const settles = 10 * 60_000

/**
 * Facts, held against the tickets that told them: how each clock went, when it was due, whom it is charged to, what was
 * excluded, and what callers answered. 按时签收、先行联系、按时办结、协办 and 响应、解决、满意 are so proved to the last ticket.
 */
export class FactBooks {
  private readonly owed = new Map<string, Owed>()
  private readonly numbers = new Map<string, string>()
  private newest: Timestamp = 0

  add({ _id, number, clocks, exemptions, callback, chain, evaluations = [] }: Counted) {
    this.numbers.set(_id, number)
    this.newest = Math.max(this.newest, chain?.at ?? 0)
    for (const { id, kind, dueAt, chargedTo, outcome, stoppedAt = 0 } of clocks) {
      if (kind === 'callback') continue
      const exemption = exemptions.find(({ of }) => of === id)
      const said = { result: outcome ?? 'open', dueAt, departmentId: chargedTo, excluded: exemption?.code }
      this.owe(`${_id}:clock:${id}`, {
        number,
        said: outcome === 'void' ? [] : [canonical(said)],
        // An open one is told once its due rung has fired.
        must: outcome === 'met' || outcome === 'breached',
        at: Math.max(stoppedAt, exemption?.at ?? 0),
      })
    }
    for (const { _id: evaluationId, round, contacted, solved, grade, at } of evaluations)
      this.owe(`${_id}:evaluation:${round}`, {
        number,
        said: [canonical({ contacted, solved, grade })],
        must: callback?.outcome === 'valid' && callback.evaluationId === evaluationId,
        at,
      })
  }

  /**
   * @param facts all there are
   * @param answers whether evaluations are among what was added
   * @param asOf when they were read
   */
  check(
    facts: Iterable<Fact>,
    { answers, asOf = this.newest }: { answers: boolean; asOf?: Timestamp },
  ): { checked: number; breaks: FactBreak[] } {
    const breaks: FactBreak[] = []
    let checked = 0
    for (const fact of facts) {
      if ('gone' in fact || (fact.kind !== 'clock' && !(answers && fact.kind === 'evaluation'))) continue
      const owed = this.owed.get(fact._id)
      this.owed.delete(fact._id)
      if (owed && owed.at > asOf - settles) continue
      checked += 1
      const number = this.numbers.get(fact.ticketId) ?? fact.ticketId
      if (!owed?.said.length) breaks.push({ kind: 'factInvented', number, fact: fact._id })
      else if (!owed.said.includes(saidBy(fact))) breaks.push({ kind: 'factAltered', number, fact: fact._id })
    }
    for (const [fact, { number, must, at }] of this.owed)
      if (must && at <= asOf - settles) breaks.push({ kind: 'factMissing', number, fact })
    return { checked, breaks }
  }

  private owe(id: string, owed: Owed) {
    const { said, must, at } = this.owed.get(id) ?? { said: [], must: false, at: 0 }
    this.owed.set(id, {
      ...owed,
      said: [...said, ...owed.said],
      must: must || owed.must,
      at: Math.max(at, owed.at),
    })
  }
}

function saidBy(fact: Fact): string {
  if (fact.kind === 'evaluation') {
    const { contacted, solved, grade } = fact
    return canonical({ contacted, solved, grade })
  }
  if (fact.kind !== 'clock') return ''
  const { result, dueAt, departmentId, excluded } = fact
  return canonical({ result, dueAt, departmentId, excluded: excluded?.code })
}
