import { checkReply } from '../../cloudfunctions/domain/reply-check/check-reply'
import { readMessageRows } from './labelled-rows'

/**
 * `npm run judge:replies -- replies.csv`: how far the reply check agrees with people (columns complete_h,
 * explain_h, explain_human_all), and with the matter (a reply against another message's). Figures only, never a text.
 */
const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: npm run judge:replies -- replies.csv')
const { rows } = readMessageRows(file)
const checked = rows.map((row) => ({ row, check: checkReply(row.columns.reply ?? '', row) }))
const has = (check: (typeof checked)[number]['check'], kind: string) =>
  check.findings.some((finding) => finding.kind === kind)

console.log(`${rows.length} replies`)
for (const kind of ['offTopic', 'template', 'noSubstance', 'discourteous', 'leak'])
  console.log(`  ${kind}: ${checked.filter(({ check }) => has(check, kind)).length}`)

agreement('explain_human_all', ({ check }) => !has(check, 'template'))
agreement('explain_h', ({ check }) => check.names.includes('rule') || check.names.length >= 3)
agreement('complete_h', ({ check }) => check.substantial >= 120)

const shifted = rows.map((row, index) => {
  const other = rows[(index + 997) % rows.length]!
  return checkReply(other.columns.reply ?? '', row)
})
const share = (count: number) => (count / rows.length).toFixed(3)
console.log(
  `off topic: own reply ${share(checked.filter(({ check }) => has(check, 'offTopic')).length)}, another's ${share(shifted.filter((check) => has(check, 'offTopic')).length)}`,
)

/** Against a column of 0 and 1: accuracy, what the commoner answer alone would give, and Cohen's kappa. */
function agreement(column: string, says: (entry: (typeof checked)[number]) => boolean) {
  const judged = checked.filter(({ row }) => row.columns[column] === '0' || row.columns[column] === '1')
  const cells = { bothYes: 0, bothNo: 0, peopleOnly: 0, checkOnly: 0 }
  for (const entry of judged) {
    const people = entry.row.columns[column] === '1'
    const check = says(entry)
    cells[people ? (check ? 'bothYes' : 'peopleOnly') : check ? 'checkOnly' : 'bothNo']++
  }
  const all = judged.length
  const agreed = (cells.bothYes + cells.bothNo) / all
  const yes = (cells.bothYes + cells.peopleOnly) / all
  const said = (cells.bothYes + cells.checkOnly) / all
  const chance = yes * said + (1 - yes) * (1 - said)
  const kappa = (agreed - chance) / (1 - chance)
  console.log(
    `${column}: ${all} judged, agreement ${agreed.toFixed(3)} (the commoner answer alone ${Math.max(yes, 1 - yes).toFixed(3)}), kappa ${kappa.toFixed(3)}`,
    cells,
  )
}
