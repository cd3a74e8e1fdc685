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
  (call) => without(call, 'day'),
  (call) => without(call, 'day', 'streetId', ...(call.localUnit ? (['departmentId'] as const) : [])),
  (call) => without(call, 'day', 'streetId', 'departmentId', 'serviceCode'),
]

/** Each call in the finest form in which enough others look the same; those that have none are left out and counted. */
export function coarsen(calls: readonly OpenCall[]): { calls: OpenCall[]; leftOut: number } {
  const shown: OpenCall[] = []
  let rest = calls
  for (const step of steps) {
    const groups = grouped(rest, (call) => likeness(step(call)))
    const next: OpenCall[] = []
    for (const group of groups.values()) {
      if (group.filter(({ published }) => !published).length >= alikeLeast) shown.push(...group.map(step))
      else next.push(...group)
    }
    rest = next
  }
  return { calls: shown.sort(byLikeness), leftOut: rest.length }
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
const byLikeness = (one: OpenCall, other: OpenCall) => compared(orderKey(one), orderKey(other))

const orderKey = (call: OpenCall) => [likeness(call), call.status, call.takenDays ?? ''].join('\t')

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function without(
  call: OpenCall,
  ...fields: readonly ('day' | 'streetId' | 'departmentId' | 'serviceCode')[]
) {
  const kept = { ...call }
  for (const field of fields) delete kept[field]
  return kept
}
