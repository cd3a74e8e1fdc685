import type { CommandInputs, CommandName, SubmitInput } from '../../typings/contract/commands'
import type { Grade } from '../../typings/contract/directory'
import { aFact, type Fact } from '../../cloudfunctions/domain/statistics/fact'
import type { Actor } from '../../cloudfunctions/domain/ticket/ticket'
import { Life } from './builders'
import { someInput } from './some-input'

interface Answers {
  contacted: boolean
  solved: boolean
  grade: Grade
  at: number
}

/** A life whose facts are kept as the scheduler keeps them, and whose sealed answers are known to the test. */
export class CountedLife extends Life {
  readonly facts = new Map<string, Fact>()
  /** By round; the last word before a delivery counts. */
  readonly answers = new Map<number, Answers>()
  private said: Answers | undefined

  constructor(submit: Partial<SubmitInput>) {
    super({ submit })
  }

  override do<Name extends CommandName>(
    name: Name,
    input: Partial<CommandInputs[Name]> = {},
    by?: Actor,
  ): this {
    super.do(name, input, by)
    const whole = { ...someInput(name, this.at, this.ticket), ...input } as Partial<Answers>
    const { contacted = false, solved = false, grade = 'satisfied' } = whole
    if (name === 'evaluate' || name === 'recordCall') this.said = { contacted, solved, grade, at: this.at }
    return this
  }

  override deliver(): this {
    for (const item of this.ticket.outbox) {
      if (item.kind === 'fact') this.keep(item.fact)
      if (item.kind === 'dropFact') this.facts.delete(item.factId)
      if (item.kind === 'evaluationFact') this.keepEvaluation()
    }
    return super.deliver()
  }

  private keep(fact: Fact) {
    const open = 'result' in fact && fact.result === 'open' && !fact.excluded
    if (open && this.facts.has(fact._id)) return
    this.facts.set(fact._id, fact)
  }

  private keepEvaluation() {
    const round = this.ticket.callback?.round ?? 0
    const answers = this.answers.get(round) ?? this.said
    if (!answers) throw new Error('an evaluation that nobody gave')
    this.answers.set(round, answers)
    const { contacted, solved, grade, at } = answers
    const fact = aFact(
      { ticketId: this.ticket._id, departmentId: 'd', areaId: 'a', serviceCode: 's' },
      { kind: 'evaluation', ref: String(round), contacted, solved, grade },
      at,
      this.at,
    )
    const excluded = this.ticket.exemptions.find(({ of }) => of === `callback:${round}`)
    this.keep(excluded ? { ...fact, excluded } : fact)
  }
}
