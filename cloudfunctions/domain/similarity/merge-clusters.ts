import { cosine, together, type Vector } from './text-vectors'

/** Chosen on hot_issues_dev by reading: above it the pairs were one trouble, below 0.3 some were not (docs/brains.md). */
const alikeTogether = 0.3

/**
 * Clusters of one place that are alike when the words of their members are taken together: one trouble told in two ways
 * (搅拌站, 搅拌厂), though no two calls of them share enough. The larger one takes the smaller.
 * @param meets whether two clusters lie near enough in time
 */
export function mergeOfOnePlace(
  clusters: readonly (readonly number[])[],
  placesOf: (members: readonly number[]) => readonly string[],
  vectors: readonly Vector[],
  meets: (mine: readonly number[], theirs: readonly number[]) => boolean,
): number[][] {
  const merged: { members: number[]; places: readonly string[]; words: Vector }[] = []
  for (const members of clusters.toSorted((one, other) => other.length - one.length)) {
    const places = placesOf(members)
    const words = together(members, vectors)
    const same = merged.find(
      (other) =>
        shareOne(other.places, places) &&
        meets(other.members, members) &&
        cosine(other.words, words) >= alikeTogether,
    )
    if (same) {
      same.members.push(...members)
      same.words = together(same.members, vectors)
    } else merged.push({ members: [...members], places, words })
  }
  return merged.map(({ members }) => members)
}

/** 东湖新村 and 东湖新村搅拌站 are one. */
const shareOne = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => one.startsWith(other) || other.startsWith(one)))
