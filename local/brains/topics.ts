import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findTopics } from '../../cloudfunctions/domain/similarity/find-topics'
import { readMessageRows } from './labelled-rows'

/**
 * `npm run topics -- --input hot_issues.csv --json OUT` (columns id, subject, detail, time; optional likes, against).
 * Writes the ranked clusters with their members' ids. Times without an offset are Asia/Shanghai.
 */
const { values } = parseArgs({ options: { input: { type: 'string' }, json: { type: 'string' } } })
if (!values.input || !values.json) {
  console.error('npm run topics -- --input hot_issues.csv --json OUT')
  process.exit(2)
}
const startedAt = performance.now()
const { rows, bad } = readMessageRows(values.input)
for (const { line, because } of bad) console.error(`line ${line} left out: ${because}`)
const calls = rows.flatMap(({ id, subject, detail, columns }) => {
  const at = instantOf(columns.time ?? '')
  if (at === undefined) {
    console.error(`row ${id} left out: no time`)
    return []
  }
  return [{ id, subject, detail, at, likes: count(columns.likes), against: count(columns.against) }]
})
const topics = findTopics(calls).map((topic, index) => ({
  rank: index + 1,
  ...topic,
  place: topic.place ?? null,
  from: new Date(topic.from).toISOString(),
  to: new Date(topic.to).toISOString(),
  days: Math.ceil((topic.to - topic.from) / 86_400_000),
  count: topic.memberIds.length,
}))
writeFileSync(values.json, `${JSON.stringify(topics, null, 2)}\n`)
const members = topics.reduce((sum, { count: size }) => sum + size, 0)
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
console.log(`${calls.length} calls → ${topics.length} topics with ${members} members in ${seconds} s`)

/** '2019/2/8 9:05:01', '2019-02-08 09:05', ISO; undefined where it is no date. */
function instantOf(text: string): number | undefined {
  const [, year, month, day, rest = ''] = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(.*)$/.exec(text) ?? []
  if (year === undefined) return undefined
  if (/(?:Z|[+-]\d\d:?\d\d)\s*$/.test(rest)) return Date.parse(text)
  const [, hour = '0', minute = '0', second = '0'] = /(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?/.exec(rest) ?? []
  return Date.UTC(+year, +month! - 1, +day!, +hour - 8, +minute, +second)
}

function count(text: string | undefined): number {
  return Math.max(0, Number(text) || 0)
}
