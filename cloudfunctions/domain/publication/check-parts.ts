/** Characters of one check; source: msgSecCheck, content (official-doc). */
const most = 2500
/** The end of each part stands again at the next one's beginning, so that no word is cut in two unseen. */
const overlap = 50

/** A text in parts that may each be checked; none where there is nothing to check. */
export function checkParts(text: string): string[] {
  const characters = [...text.trim()]
  const parts: string[] = []
  for (let from = 0; from < characters.length; from += most - overlap) {
    parts.push(characters.slice(from, from + most).join(''))
    if (from + most >= characters.length) break
  }
  return parts
}
