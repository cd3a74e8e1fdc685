import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { auditDump, auditStage, dumpStage } from '../audit/audit'
import { breakWords, resultWords } from '../audit/break-words'

const HELP = `npm run audit -- --data DIR                          a stage's data, against its own published days
npm run audit -- --dump tickets.jsonl --digests DIR  a dump, against copies of the published days
npm run audit -- --data DIR --out DIR                makes such a dump and such copies
  --facts facts.jsonl      with --dump: what rates are counted from, held against the tickets
  --known 2026-05-06=CODE  a digest that you copied from the page; may be given again
  --without-words          with --out: digests in the place of what was said
Exit 1 where something is broken, 2 where there is nothing to audit (docs/audit.md).`

/** Breaks printed; the count says how many there are. */
const shown = 20

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    dump: { type: 'string' },
    digests: { type: 'string' },
    facts: { type: 'string' },
    known: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    'without-words': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const { data, dump, digests, facts, out } = values
const known = new Map(values.known.map((pair) => [pair.slice(0, 10), pair.slice(11)]))

if (values.help || (data === undefined) === (dump === undefined)) {
  console.log(HELP)
  process.exit(values.help ? 0 : 2)
}

try {
  if (data !== undefined && out !== undefined) {
    const count = dumpStage(resolve(data), resolve(out), { wordless: values['without-words'] })
    console.log(`${count} 件写入 ${resolve(out)}。 / ${count} tickets written.`)
  } else {
    const result =
      dump === undefined
        ? auditStage(resolve(data ?? ''), known)
        : await auditDump(resolve(dump), {
            ...(digests !== undefined && { digests: resolve(digests) }),
            ...(facts !== undefined && { facts: resolve(facts) }),
            known,
          })
    for (const line of resultWords(result)) console.log(line)
    const { breaks } = result
    for (const one of breaks.slice(0, shown)) console.log(`✗ ${breakWords(one)}`)
    if (breaks.length > shown) console.log(`✗ …… ${breaks.length} 处 / in all`)
    console.log(breaks.length === 0 ? '✓ 没有断裂。 / Nothing is broken.' : '✗ 有断裂。 / Broken.')
    if (breaks.length > 0) process.exitCode = 1
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
