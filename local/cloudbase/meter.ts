import type { Cost } from './action'

/** More documents than this looked at for one answer is an offence. */
const EXAMINED_MAX = 1_000

/** Leave to scan, for one function on one collection. */
export interface Exemption {
  function: string
  collection: string
  reason: string
}

/** One round trip of an invocation. */
interface MeteredAction extends Cost {
  action: string
}

export interface MeteredInvocation {
  requestId: string
  function: string
  /** `function.op` when the event carries an op, `function.trigger` for a timer, else the function. */
  call: string
  cold: boolean
  failed: boolean
  /** Real ms from the call to its answer, waiting in line included. */
  ms: number
  actions: MeteredAction[]
}

export interface Totals {
  invocations: number
  failures: number
  coldStarts: number
  roundTrips: number
  documentsRead: number
  documentsExamined: number
  documentsWritten: number
  bytesRead: number
  bytesWritten: number
  ms: number
}

export interface Offence {
  call: string
  action: string
  collection: string
  why: 'no index' | 'too many documents examined' | 'after the answer'
  documentsExamined: number
  times: number
}

/** Who isn't a function: the tests, the seed, a developer with the SDK. */
const OUTSIDE = 'outside'

/** What the calls cost, counted at the emulator's door. Lines are kept for the last calls, totals for all. */
export class Meter {
  private recent: MeteredInvocation[] = []
  private readonly open = new Map<string, MeteredInvocation>()
  private calls = new Map<string, Totals>()
  private offending = new Map<string, Offence>()

  constructor(
    private readonly exemptions: readonly Exemption[] = [],
    private readonly kept = 1_000,
  ) {}

  begin(requestId: string, functionName: string, event: string): MeteredInvocation {
    const op = operationOf(event)
    const entry: MeteredInvocation = {
      requestId,
      function: functionName,
      call: op === undefined ? functionName : `${functionName}.${op}`,
      cold: false,
      failed: false,
      ms: -performance.now(),
      actions: [],
    }
    this.open.set(requestId, entry)
    return entry
  }

  end(entry: MeteredInvocation, outcome: { cold: boolean; failed: boolean }): void {
    entry.ms += performance.now()
    entry.cold = outcome.cold
    entry.failed = outcome.failed
    this.open.delete(entry.requestId)
    const totals = this.totalsOf(entry.call)
    totals.invocations += 1
    totals.failures += outcome.failed ? 1 : 0
    totals.coldStarts += outcome.cold ? 1 : 0
    totals.ms += entry.ms
    this.recent.push(entry)
    if (this.recent.length >= this.kept * 2) this.recent = this.recent.slice(-this.kept)
  }

  /** One request at the door. @param requestId of the invocation that sent it, if any. */
  roundTrip(requestId: string | undefined, action: string): (cost: Cost) => void {
    const entry = requestId === undefined ? undefined : this.find(requestId)
    const totals = this.totalsOf(entry?.call ?? OUTSIDE)
    const line: MeteredAction = { action, ...nothing() }
    entry?.actions.push(line)
    totals.roundTrips += 1
    // The cloud freezes an instance once it has answered: what it left running there is lost.
    if (entry !== undefined && !entry.failed && !this.open.has(entry.requestId)) {
      this.report(entry.call, action, '', 'after the answer', 0)
    }
    return (cost) => {
      add(line, cost)
      add(totals, cost)
      if (cost.collection !== undefined) line.collection = cost.collection
      if (cost.index !== undefined) line.index = cost.index
      if (entry !== undefined) this.judge(entry, action, cost)
    }
  }

  /** Every invocation still remembered, oldest first. */
  invocations(): readonly MeteredInvocation[] {
    return this.recent.slice(-this.kept)
  }

  last(call?: string): MeteredInvocation | undefined {
    return this.recent.findLast((entry) => call === undefined || entry.call === call)
  }

  byCall(): Record<string, Totals> {
    return Object.fromEntries(
      [...this.calls].sort(([a], [b]) => a.localeCompare(b)).map(([call, sum]) => [call, { ...sum }]),
    )
  }

  total(): Totals {
    const sum = noTotals()
    for (const totals of this.calls.values()) {
      for (const key of Object.keys(sum) as (keyof Totals)[]) sum[key] += totals[key]
    }
    return sum
  }

  offences(): Offence[] {
    return [...this.offending.values()]
  }

  /** @throws Error naming every query that scanned, or looked at too much. */
  assertClean(): void {
    if (this.offending.size === 0) return
    const lines = this.offences().map(
      (offence) =>
        `${offence.call} ${offence.action} on ${offence.collection || 'anything'}: ${offence.why} ` +
        `(${offence.documentsExamined} examined, ${offence.times} times)`,
    )
    throw new Error(`Queries that the platform would punish:\n${lines.join('\n')}`)
  }

  reset(): void {
    this.recent = []
    this.calls = new Map()
    this.offending = new Map()
  }

  private find(requestId: string): MeteredInvocation | undefined {
    return this.open.get(requestId) ?? this.recent.findLast((entry) => entry.requestId === requestId)
  }

  private totalsOf(call: string): Totals {
    const known = this.calls.get(call) ?? noTotals()
    this.calls.set(call, known)
    return known
  }

  private judge(entry: MeteredInvocation, action: string, cost: Cost): void {
    const scanned = cost.index === null
    if (!scanned && cost.documentsExamined <= EXAMINED_MAX) return
    const collection = cost.collection ?? ''
    if (this.exemptions.some((leave) => leave.function === entry.function && leave.collection === collection))
      return
    const why = scanned ? 'no index' : 'too many documents examined'
    this.report(entry.call, action, collection, why, cost.documentsExamined)
  }

  private report(
    call: string,
    action: string,
    collection: string,
    why: Offence['why'],
    examined: number,
  ): void {
    const key = [call, action, collection, why].join(' ')
    const known = this.offending.get(key)
    const documentsExamined = Math.max(known?.documentsExamined ?? 0, examined)
    this.offending.set(key, {
      call,
      action,
      collection,
      why,
      documentsExamined,
      times: (known?.times ?? 0) + 1,
    })
  }
}

/** The op of our envelope, or the name of the timer that fired. */
function operationOf(event: string): string | undefined {
  // The event may be large, and both stand near its beginning: a search is cheaper than a parse.
  return /"(?:op|TriggerName)"\s*:\s*"([A-Za-z][A-Za-z0-9_-]*)"/.exec(event.slice(0, 500))?.[1]
}

function nothing(): Omit<Cost, 'collection' | 'index'> {
  return { documentsRead: 0, documentsExamined: 0, documentsWritten: 0, bytesRead: 0, bytesWritten: 0 }
}

function noTotals(): Totals {
  return { invocations: 0, failures: 0, coldStarts: 0, roundTrips: 0, ms: 0, ...nothing() }
}

function add(sum: Omit<Cost, 'collection' | 'index'>, cost: Cost): void {
  sum.documentsRead += cost.documentsRead
  sum.documentsExamined += cost.documentsExamined
  sum.documentsWritten += cost.documentsWritten
  sum.bytesRead += cost.bytesRead
  sum.bytesWritten += cost.bytesWritten
}
