import type { Area } from '../../../typings/contract/directory'
import type { LocalDate, Timestamp } from '../../../typings/contract/time'
import { localDate } from '../calendar/local-time'

/** The roll-up runs at 00:10 and takes a while; so long the day before is still the day that is counted live. */
const nightMs = 15 * 60_000

/** The day whose sums are live; those of all days before it are kept. */
export const figureDay = (at: Timestamp): LocalDate => localDate(at - nightMs)

/** The street that an area lies in; undefined for the district itself and for areas that are gone. */
export const streetOf = (
  areaId: string,
  areas: ReadonlyMap<string, Pick<Area, 'path'>>,
): string | undefined => areas.get(areaId)?.path[1]
