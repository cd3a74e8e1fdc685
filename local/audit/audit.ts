import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Answers } from '../../cloudfunctions/domain/audit/sealed-answers'
import type { Audited } from '../../cloudfunctions/domain/audit/verify-chain'
import type { Fact } from '../../cloudfunctions/domain/statistics/fact'
import type { StoredDigest } from '../../cloudfunctions/platform/stores/digest-store'
import type { Evaluation } from '../../typings/contract/ticket'
import type { LocalDate } from '../../typings/contract/time'
import { createDatabase, type Database } from '../cloudbase/database/create-database'
import { pathOf } from '../cloudbase/storage/file-id'
import { FileStore } from '../cloudbase/storage/file-store'
import { readIndexDeclarations } from '../cloudbase/store/index-declaration'
import { type AuditResult, Books } from './books'
import { forAudit, readDump, readFacts, withoutWords } from './dump'
import { type Counted, FactBooks } from './fact-books'
import { daysInFolder, daysOfStage, growthsName } from './published-days'

export type Known = ReadonlyMap<LocalDate, string>

/** A stage's data as it lies on disk, held against the files of its own cloud storage. */
export function auditStage(dataDir: string, known?: Known): AuditResult {
  const database = openData(dataDir)
  try {
    const books = new Books()
    const counted = new FactBooks()
    for (const ticket of ticketsOf(database)) {
      books.add(ticket)
      counted.add(ticket)
    }
    const kept = digestsOf(database)
    const days = [...new Set([...kept.map(({ _id }) => _id), ...books.daysGrown()])].sort()
    const growthsOf = new Map(kept.map(({ _id, growthsFileId }) => [_id, growthsFileId]))
    const result = books.check(daysOfStage(dataDir, days, growthsOf), known)
    return withFacts(result, counted.check(factsOf(database), { answers: true }))
  } finally {
    database.close()
  }
}

/** A dump, held against copies of the published files. @throws NotADump */
export async function auditDump(
  file: string,
  { digests, facts, known }: { digests?: string; facts?: string; known?: Known } = {},
): Promise<AuditResult> {
  const books = new Books()
  const counted = new FactBooks()
  for await (const ticket of readDump(file)) {
    books.add(ticket)
    counted.add(ticket)
  }
  const result = books.check(digests === undefined ? [] : daysInFolder(digests), known)
  if (facts === undefined) return result
  const told: Fact[] = []
  for await (const fact of readFacts(facts)) told.push(fact)
  return withFacts(result, counted.check(told, { answers: false }))
}

const withFacts = (
  result: AuditResult,
  { checked, breaks }: ReturnType<FactBooks['check']>,
): AuditResult => ({
  ...result,
  facts: checked,
  breaks: [...result.breaks, ...breaks],
})

/** Writes `tickets.jsonl`, `facts.jsonl` (without answers) and `digests/` into a folder, for somebody else to audit. @returns how many tickets. */
export function dumpStage(dataDir: string, folder: string, { wordless }: { wordless: boolean }): number {
  const database = openData(dataDir)
  const digests = join(folder, 'digests')
  mkdirSync(digests, { recursive: true })
  const out = openSync(join(folder, 'tickets.jsonl'), 'w', 0o600)
  const told = openSync(join(folder, 'facts.jsonl'), 'w', 0o600)
  let count = 0
  try {
    for (const ticket of ticketsOf(database)) {
      writeSync(out, `${JSON.stringify(wordless ? withoutWords(ticket) : ticket)}\n`)
      count += 1
    }
    for (const fact of factsOf(database))
      if (fact.kind === 'clock') writeSync(told, `${JSON.stringify(fact)}\n`)
    const files = new FileStore(join(dataDir, 'files'))
    for (const { _id: day, fileId, growthsFileId } of digestsOf(database)) {
      copyFileSync(files.locate(pathOf(fileId)), join(digests, `${day}.json`))
      copyFileSync(files.locate(pathOf(growthsFileId)), join(digests, growthsName(day)))
    }
  } finally {
    closeSync(out)
    closeSync(told)
    database.close()
  }
  return count
}

/** With what is kept apart of each: the answers, whose proof its history has. */
function* ticketsOf(database: Database): Generator<Audited & Counted> {
  const answers = new Map<string, (Answers & Pick<Evaluation, 'round' | 'at'>)[]>()
  for (const { ticketId, _id, round, at, contacted, solved, grade, salt } of evaluationsOf(database)) {
    const one = { _id, round, at, contacted, solved, grade, salt }
    answers.set(ticketId, [...(answers.get(ticketId) ?? []), one])
  }
  for (const ticket of database.dump('tickets')) {
    const evaluations = answers.get(String(ticket._id)) ?? []
    yield { ...forAudit(ticket as unknown as Audited), evaluations } as Audited & Counted
  }
}

const evaluationsOf = (database: Database) =>
  database.dump('evaluations') as Generator<unknown> as Generator<Evaluation>

const factsOf = (database: Database) => database.dump('facts') as Generator<unknown> as Generator<Fact>

const digestsOf = (database: Database) => [...database.dump('digests')] as unknown as StoredDigest[]

/** @throws Error where nothing lies there: a mistyped folder must not pass as an empty district. */
function openData(dataDir: string): Database {
  if (!existsSync(join(dataDir, 'environment.json')))
    throw new Error(`${dataDir} 里没有演示台的数据。 / no stage’s data in ${dataDir}.`)
  const indexes = readIndexDeclarations(JSON.parse(readFileSync('cloudfunctions/indexes.json', 'utf8')))
  return createDatabase({ dataDir, indexes })
}
