import { localDate } from '../../cloudfunctions/domain/calendar/local-time'
import type { Settings } from '../../typings/contract/directory'
import type { RatesOutput } from '../../typings/contract/supervision'
import { brokenInvariants } from '../../cloudfunctions/domain/ticket/invariants'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import type { Offence, Totals } from '../cloudbase/meter'
import { startStage } from '../stage'
import { Disturbance } from './disturbance'
import { EventQueue } from './event-queue'
import { type Happening, Life } from './life'
import { Player, ReplayError } from './player'
import type { Row } from './rows'

export interface ReplayOptions {
  rows: readonly Row[]
  profileId: string
  /** Kept, and gone on with by a second run of the same command; a temporary one otherwise. */
  dataDir?: string
  disturbSeed?: number
  functionsDir?: string
  /** Where ladders need not end. Default 60. */
  afterlifeDays?: number
  onProgress?(progress: { done: number; of: number; at: number }): void
}

export interface RowError {
  id: string
  code: string
  where: string
}

export interface Replayed {
  /** By the row's id. */
  tickets: ReadonlyMap<string, Ticket>
  errors: RowError[]
  /** Sentences of decisions.md that did not hold, with the ticket's number; empty is the promise. */
  broken: string[]
  disturbed?: Disturbance['counts']
  rates: RatesOutput
  meter: { total: Totals; calls: Record<string, Totals>; offences: Offence[] }
  seconds: number
}

/** Days for which the world goes on after the last happening, so that every ladder ends. */
const afterlife = 60

/** Lives every row through the functions in time order, the clock jumping from event to event, every wake included. */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const startedAt = performance.now()
  const { rows, profileId, dataDir, disturbSeed, functionsDir } = options
  const disturbance = disturbSeed === undefined ? undefined : new Disturbance(disturbSeed)
  const first = Math.min(...rows.map(({ time }) => time))
  const stage = await startStage({
    profileId,
    clock: { startAt: first - 60_000, rate: 0 },
    ...(dataDir !== undefined && { dataDir }),
    ...(functionsDir !== undefined && { functionsDir }),
    ...(disturbance && { disturb: () => disturbance.tick() }),
  })
  const { cloud } = stage
  try {
    const [settings] = cloud.database.read('settings') as unknown as Settings[]
    if (!settings) throw new Error('replay: the stage has no district')
    const queue = new EventQueue<Happening>()
    for (const row of rows) queue.add(row.time, { step: 'submit', row })
    const rowOf = new Map<string, Row>()
    const watch = new Watch(
      (ids) => cloud.database.read('tickets', { _id: { $in: ids } }) as unknown as Ticket[],
    )
    const player = new Player(stage, disturbance)
    const life = new Life({
      player,
      queue,
      disturbance,
      districtAreaId: settings.districtAreaId,
      centreId: settings.centreDepartmentId,
      now: () => cloud.clock.now(),
      seen(ticketId, row) {
        if (row) rowOf.set(ticketId, row)
        watch.look([ticketId])
      },
      look: (ticketId) => watch.now(ticketId),
    })

    const errors: RowError[] = []
    let submitted = 0
    for (let next = queue.take(); next; next = queue.take()) {
      if (next.at > cloud.clock.now()) {
        await cloud.timers.jumpTo(next.at)
        watch.lookAtWoken(next.at)
      }
      try {
        await life.happen(next.event)
      } catch (error) {
        if (!(error instanceof ReplayError)) throw error
        const id = 'row' in next.event ? next.event.row.id : ''
        errors.push({ id, code: error.code, where: error.where })
      }
      if (next.event.step === 'submit')
        options.onProgress?.({ done: ++submitted, of: rows.length, at: next.at })
    }
    await cloud.timers.jumpTo(cloud.clock.now() + (options.afterlifeDays ?? afterlife) * 86_400_000)
    watch.lookAtWoken(cloud.clock.now())

    const rates = await ratesOver(player, first, cloud.clock.now())
    return {
      tickets: new Map([...rowOf].map(([ticketId, { id }]) => [id, watch.known.get(ticketId) as Ticket])),
      errors,
      broken: watch.broken,
      ...(disturbance && { disturbed: disturbance.counts }),
      rates,
      meter: { total: cloud.meter.total(), calls: cloud.meter.byCall(), offences: cloud.meter.offences() },
      seconds: (performance.now() - startedAt) / 1000,
    }
  } finally {
    await cloud.stop()
  }
}

/** As a supervisor reads them, over the whole span. */
function ratesOver(player: Player, from: number, to: number): Promise<RatesOutput> {
  const input = { from: localDate(from), to: localDate(to) }
  return player.call<RatesOutput>('supervision', 'supervisor-1', { op: 'rates', input })
}

/** Sees every ticket after every step, people's and the scheduler's, and holds it to the invariants. */
class Watch {
  readonly broken: string[] = []
  readonly known = new Map<string, Ticket>()

  constructor(private readonly read: (ids: string[]) => Ticket[]) {}

  look(ids: string[]) {
    for (const ticket of this.read(ids)) {
      for (const sentence of brokenInvariants(ticket)) this.broken.push(`${ticket.number}: ${sentence}`)
      this.known.set(ticket._id, ticket)
    }
  }

  now(ticketId: string): Ticket {
    this.look([ticketId])
    return this.known.get(ticketId) as Ticket
  }

  lookAtWoken(at: number) {
    const woken = [...this.known.values()].filter(
      ({ nextWakeAt }) => nextWakeAt !== undefined && nextWakeAt <= at,
    )
    if (woken.length > 0) this.look(woken.map(({ _id }) => _id))
  }
}
