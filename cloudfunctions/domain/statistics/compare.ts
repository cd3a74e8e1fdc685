import type { DepartmentClass } from '../../../typings/contract/directory'
import type { CompareRow, Volume } from '../../../typings/contract/supervision'
import { figureValues } from './figure-values'
import { rateSheet, type Weights } from './rates'
import type { Sum } from './sheet'

interface Unit {
  id: string
  name: string
  class?: DepartmentClass
  sum: Sum
}

/**
 * Units beside each other (国办函〔2025〕66号: no chasing of ranks, graded by class): a rank is given among units of the same
 * class and volume only, and only to those with a sample to speak of. Equals share a place.
 */
export function compare(units: readonly Unit[], weights: Weights): CompareRow[] {
  const volumeOf = volumes(units)
  const rows = units.map((unit): CompareRow => {
    const sheet = rateSheet(unit.sum.counts, unit.sum.excluded, weights)
    const { value, ranked } = sheet.after.score
    return {
      id: unit.id,
      name: unit.name,
      ...(unit.class && { class: unit.class }),
      volume: volumeOf(unit),
      tickets: dispatchesOf(unit),
      figures: figureValues(sheet),
      score: { value, ranked },
      openOverdue: sheet.openOverdue,
      invalidCallbacks: sheet.invalidCallbacks,
    }
  })
  return rows.map((row) => ({ ...row, ...rankOf(row, rows) }))
}

const dispatchesOf = ({ sum }: Unit) => sum.counts.dispatches ?? 0

/** Thirds of a class by dispatches; units of equal volume are in the same third. */
function volumes(units: readonly Unit[]): (unit: Unit) => Volume {
  const sorted = new Map<DepartmentClass | undefined, number[]>()
  for (const unit of units) sorted.set(unit.class, [...(sorted.get(unit.class) ?? []), dispatchesOf(unit)])
  for (const list of sorted.values()) list.sort((a, b) => a - b)
  return (unit) => {
    const list = sorted.get(unit.class) ?? []
    const smaller = list.indexOf(dispatchesOf(unit))
    const third = Math.floor((3 * smaller) / list.length)
    return third === 0 ? 'small' : third === 1 ? 'middle' : 'large'
  }
}

function rankOf(row: CompareRow, rows: readonly CompareRow[]): Pick<CompareRow, 'rank'> {
  const peers = rows.filter(
    (other) => other.class === row.class && other.volume === row.volume && isRanked(other),
  )
  if (!isRanked(row) || peers.length < 2) return {}
  const better = peers.filter(({ score }) => (score.value ?? 0) > (row.score.value ?? 0)).length
  return { rank: { place: better + 1, of: peers.length } }
}

const isRanked = ({ score }: CompareRow) => score.ranked && score.value !== null
