import type { TicketBrief } from '../../typings/contract/ticket'
import type { Receipt, TicketPage } from '../../typings/contract/views'
import type { Answer } from '../../typings/contract/envelope'
import type { Stage } from '../stage'
import type { Disturbance } from './disturbance'

/** A command that the functions refused: where in the replay, by which code. */
export class ReplayError extends Error {
  constructor(
    readonly code: string,
    readonly where: string,
  ) {
    super(`${where}: ${code}`)
  }
}

/** Lives people's commands through the functions, each under a command id that is the same in every replay. */
export class Player {
  /** As the last answer of the directory said: the other functions then look again. */
  private directoryVersion: number | undefined

  constructor(
    private readonly stage: Stage,
    private readonly disturbance: Disturbance | undefined,
  ) {}

  /** Sent twice where the disturbance says so: the second must bring the first result. */
  async command<Output = TicketBrief>(
    openid: string,
    op: string,
    commandId: string,
    input: object,
    version?: number,
  ): Promise<Output> {
    const first = await this.call<Output>('tickets', openid, { op, commandId, version, input })
    if (this.disturbance?.sendsTwice()) {
      const second = await this.call<Output>('tickets', openid, { op, commandId, version, input })
      if (JSON.stringify(second) !== JSON.stringify(first)) throw new ReplayError('REPEAT_DIFFERS', commandId)
    }
    return first
  }

  submit(openid: string, commandId: string, input: object): Promise<Receipt> {
    return this.command<Receipt>(openid, 'submit', commandId, input)
  }

  page(openid: string, ticketId: string): Promise<TicketPage> {
    return this.call<TicketPage>('tickets', openid, { op: 'get', input: { ticketId } })
  }

  async call<Output>(name: string, openid: string, data: object): Promise<Output> {
    const sent =
      this.directoryVersion === undefined ? data : { ...data, directoryVersion: this.directoryVersion }
    const answer = (await this.stage.cloud.invoke(name, sent, { openid })) as Answer<Output>
    if (answer.ok) return this.heard(answer.data)
    const { op, commandId } = data as { op: string; commandId?: string }
    throw new ReplayError(answer.error.code, commandId ?? `${name}.${op}`)
  }

  private heard<Output>(output: Output): Output {
    const { directoryVersion } = output as { directoryVersion?: number }
    if (directoryVersion !== undefined) this.directoryVersion = directoryVersion
    return output
  }
}
