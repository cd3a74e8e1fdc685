import { $all, $elemMatch, $size } from './operators/array'
import { $bitsAllClear, $bitsAllSet, $bitsAnyClear, $bitsAnySet } from './operators/bits'
import { $exists, $type } from './operators/element'
import { $eq, $ne } from './operators/equality'
import { $geoIntersects, $geoWithin, $nearSphere } from './operators/geo'
import { $in, $nin } from './operators/in'
import { $mod } from './operators/mod'
import { $gt, $gte, $lt, $lte } from './operators/range'
import { $regex } from './operators/regex'
import type { ConditionOperator } from './predicate'

/** Everything that may stand under a field. `$not` is compiled where it stands: it needs the whole field. */
export const conditionOperators: Readonly<Record<string, ConditionOperator | undefined>> = {
  $eq,
  $ne,
  $gt,
  $gte,
  $lt,
  $lte,
  $in,
  $nin,
  $all,
  $elemMatch,
  $size,
  $exists,
  $type,
  $mod,
  $regex,
  $bitsAllSet,
  $bitsAnySet,
  $bitsAllClear,
  $bitsAnyClear,
  $geoWithin,
  $geoIntersects,
  $nearSphere,
  $near: $nearSphere,
}

/** Read by a neighbour, meaningless alone. */
export const ignoredBeside: ReadonlySet<string> = new Set(['$options', '$maxDistance', '$minDistance'])
