import type { Likeness, Trouble } from './same-trouble'
import { likeness } from './same-trouble'

/** Of those that share a key, the ones that speak of the same trouble: repeats first, then the likest. */
export function findAlike<Other>(
  one: Trouble,
  others: readonly Other[],
  troubleOf: (other: Other) => Trouble,
): { other: Other; likeness: Likeness }[] {
  return others
    .map((other) => ({ other, likeness: likeness(one, troubleOf(other)) }))
    .filter(({ likeness: { kind } }) => kind !== undefined)
    .sort(
      (left, right) =>
        Number(right.likeness.kind === 'repeat') - Number(left.likeness.kind === 'repeat') ||
        right.likeness.score - left.likeness.score,
    )
}
