import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { CommandInputs, CommandName, SubmitInput } from '../../typings/contract/commands'
import type { Answer } from '../../typings/contract/envelope'
import type { TicketBrief } from '../../typings/contract/ticket'
import type { Receipt, TicketPage } from '../../typings/contract/views'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import { type Stage, type StageOptions, startStage } from '../../local/stage'
import { aCall, monday } from './builders'

export interface CallOptions {
  commandId?: string
  version?: number
  directoryVersion?: number
}

/** The product on the emulator, in memory, its clock standing still on a Monday morning unless moved. */
export interface TestStage extends Stage {
  /** What a phone sends and gets. */
  call<Output = unknown>(
    openid: string,
    path: string,
    input?: object,
    options?: CallOptions,
  ): Promise<Answer<Output>>
  /** The same, where it must succeed. @throws with the code otherwise. */
  data<Output = unknown>(openid: string, path: string, input?: object, options?: CallOptions): Promise<Output>
  submit(openid: string, changes?: Partial<SubmitInput>, commandId?: string): Promise<Receipt>
  /** A command with the ticket's present version. */
  act<Name extends CommandName>(
    openid: string,
    name: Name,
    ticketId: string,
    input?: Partial<CommandInputs[Name]>,
  ): Promise<TicketBrief>
  page(openid: string, ticketId: string): Promise<TicketPage>
  /** The document itself, past all rights. */
  stored(ticketId: string): Ticket
  /** Lives on, every wake included. */
  pass(ms: number): Promise<void>
}

/** In a grid of the sample district's first street; the catalogue sends a street light to the city management. */
export const aSampleCall = (changes: Partial<SubmitInput> = {}): SubmitInput =>
  aCall({ place: { areaId: 'grid-0101-1', address: '三号门口' }, ...changes })

export const lightContact = 'contact-city-management'

export async function aStage(options: StageOptions = {}): Promise<TestStage> {
  const stage = await startStage({
    functionsDir: inject('functionsDir'),
    clock: { startAt: monday, rate: 0 },
    ...options,
  })
  return { ...stage, ...driving(stage) }
}

/** Ways to drive a stage that is already running. */
export function driving({ cloud }: Stage): Omit<TestStage, keyof Stage> {
  const call: TestStage['call'] = async <Output>(
    openid: string,
    path: string,
    input: object = {},
    options: CallOptions = {},
  ) => {
    const [name = '', op] = path.split('.')
    return (await cloud.invoke(
      name,
      { op, input, ...options },
      { openid, source: 'wx_client' },
    )) as Answer<Output>
  }
  const data: TestStage['data'] = async <Output>(
    openid: string,
    path: string,
    input?: object,
    options?: CallOptions,
  ) => {
    const answer = await call<Output>(openid, path, input, options)
    if (answer.ok) return answer.data
    throw new Error(`${path}: ${answer.error.code} ${answer.error.path ?? ''} ${answer.error.message}`)
  }
  const stored = (ticketId: string) => {
    const [ticket] = cloud.database.read('tickets', { _id: ticketId })
    if (!ticket) throw new Error('no such ticket')
    return ticket as unknown as Ticket
  }
  return {
    call,
    data,
    stored,
    submit: (openid, changes = {}, commandId = randomUUID()) =>
      data<Receipt>(openid, 'tickets.submit', aSampleCall(changes), { commandId }),
    act: (openid, name, ticketId, input = {}) =>
      data<TicketBrief>(
        openid,
        `tickets.${name}`,
        { ticketId, ...input },
        { commandId: randomUUID(), version: stored(ticketId).version },
      ),
    page: (openid, ticketId) => data<TicketPage>(openid, 'tickets.get', { ticketId }),
    pass: async (ms) => void (await cloud.timers.jumpTo(cloud.clock.now() + ms)),
  }
}
