import { likeness, type Trouble } from '../../cloudfunctions/domain/similarity/same-trouble'
import { signature } from '../../cloudfunctions/domain/similarity/signature'
import { readMessageRows } from './labelled-rows'

/**
 * `npm run judge:duplicates -- FILE.csv`: how well near-duplicates are found, against the column `group`.
 * Prints figures and ids of what differs, never a text.
 */
const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: npm run judge:duplicates -- FILE.csv')
const { rows } = readMessageRows(file)
const troubles = rows.map(({ subject, detail }): Trouble => ({ subject, detail, path: [], submittedAt: 0 }))

const startedAt = performance.now()
const holders = new Map<string, number[]>()
const signatures = troubles.map((trouble) => signature(trouble))
const signed = performance.now()
signatures.forEach((keys, row) => {
  for (const key of keys) (holders.get(key) ?? holders.set(key, []).get(key)!).push(row)
})

const truth = new Set<string>()
const byGroup = new Map<string, number[]>()
rows.forEach(({ group = '' }, row) => (byGroup.get(group) ?? byGroup.set(group, []).get(group)!).push(row))
for (const members of byGroup.values())
  for (const one of members) for (const other of members) if (one < other) truth.add(`${one} ${other}`)

const candidates = new Map<string, boolean>()
let compared = 0
for (let row = 0; row < rows.length; row++) {
  const near = new Set<number>()
  for (const key of signatures[row]!) {
    const others = holders.get(key)!
    if (others.length > 200) continue
    for (const other of others) if (other > row) near.add(other)
  }
  compared += near.size
  for (const other of near) {
    candidates.set(`${row} ${other}`, likeness(troubles[row]!, troubles[other]!).kind === 'repeat')
  }
}
const found = [...candidates].filter(([, repeat]) => repeat).map(([pair]) => pair)
const right = found.filter((pair) => truth.has(pair)).length
const met = [...truth].filter((pair) => candidates.has(pair)).length
console.log(`${rows.length} messages, ${truth.size} true pairs`)
console.log(
  `signature ${((signed - startedAt) / rows.length).toFixed(3)} ms a message, ${(compared / rows.length).toFixed(1)} comparisons a message`,
)
console.log(`true pairs among the candidates ${met} (${(met / truth.size).toFixed(3)})`)
console.log(
  `called repeats ${found.length}: precision ${(right / found.length).toFixed(3)}, recall ${(right / truth.size).toFixed(3)}`,
)
const ids = (pairs: string[]) =>
  pairs
    .slice(0, 15)
    .map((pair) =>
      pair
        .split(' ')
        .map((row) => rows[Number(row)]!.id)
        .join('+'),
    )
    .join(' ')
console.log(`not in a group: ${ids(found.filter((pair) => !truth.has(pair)))}`)
console.log(`missed: ${ids([...truth].filter((pair) => !found.includes(pair)))}`)
