import type { OpenStatus } from '../../../typings/contract/open-data'

/** A call without words, number, kind, channel or secrecy: nothing of it was said by anybody. */
export interface OpenCall {
  /** Local day. */
  day?: string
  serviceCode?: string
  /** The service's class of the first level. */
  group: string
  streetId?: string
  departmentId?: string
  /** A street's office or a village's committee: its name says where the caller lives. */
  localUnit: boolean
  status: OpenStatus
  promisedDays?: number
  takenDays?: number
  inTime?: boolean
  /** Everybody can read it on the square already: nobody else hides behind it. */
  published: boolean
}

/** So many unpublished calls at least are alike in all that tells when, where and of what they were (decision 0017). */
export const alikeLeast = 5

type Coarser = (call: OpenCall) => OpenCall

/** From the finest on: each step hides one thing more. */
const steps: readonly Coarser[] = [
  (call) => call,
  withoutDay,
  (call) => {
    const { streetId: _street, ...placeless } = withoutDay(call)
    return call.localUnit ? withoutUnit(placeless) : placeless
  },
  (call) => {
    const { streetId: _street, serviceCode: _service, ...bare } = withoutUnit(withoutDay(call))
    return bare
  },
]

/** Fields are left out, not deleted: there may be 300,000 calls, and a deletion makes each of them four times as large. */
function withoutDay({ day: _day, ...call }: OpenCall): OpenCall {
  return call
}

function withoutUnit({ departmentId: _unit, ...call }: OpenCall): OpenCall {
  return call
}

/** Each call in the finest form in which enough others look the same; those that have none are left out and counted. */
export function coarsen(calls: readonly OpenCall[]): { calls: OpenCall[]; leftOut: number } {
  const shown: OpenCall[] = []
  let rest = calls
  for (const step of steps) {
    const groups = grouped(rest, (call) => likeness(step(call)))
    const next: OpenCall[] = []
    for (const group of groups.values()) {
      const enough = group.filter(({ published }) => !published).length >= alikeLeast
      for (const call of group)
        if (enough) shown.push(step(call))
        else next.push(call)
    }
    rest = next
  }
  return { calls: inOrder(shown), leftOut: rest.length }
}

function grouped(calls: readonly OpenCall[], keyOf: (call: OpenCall) => string): Map<string, OpenCall[]> {
  const groups = new Map<string, OpenCall[]>()
  for (const call of calls) {
    const key = keyOf(call)
    const group = groups.get(key)
    if (group) group.push(call)
    else groups.set(key, [call])
  }
  return groups
}

const likeness = ({ day = '', group, serviceCode = '', streetId = '', departmentId = '' }: OpenCall) =>
  [group, serviceCode, streetId, departmentId, day].join('\t')

/** In no order that says which came first. */
const inOrder = (calls: readonly OpenCall[]): OpenCall[] =>
  calls
    .map((call) => ({ key: orderKey(call), call }))
    .sort((one, other) => compared(one.key, other.key))
    .map(({ call }) => call)

const orderKey = (call: OpenCall) => [likeness(call), call.status, call.takenDays ?? ''].join('\t')

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
