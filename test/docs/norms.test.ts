import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((name) => name.endsWith('.test.ts'))

/** `name` “title”, as often as a row has proofs. A title may quote by “” itself. */
const proof = /`([\w./-]+)` “(.+?)”(?=;| \(| *\||; \*\*|$)/g

const rows = readFileSync('docs/norms.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| *(-|Art\.|Row|Complaint|Fault )/.test(line))

const proofsOf = (row: string) => [...row.matchAll(proof)].map(([, name = '', title = '']) => [name, title])

function sourceOf(name: string): string {
  const found = files.filter((file) => file.endsWith(`/${name}.test.ts`))
  const [file = ''] = found.length > 1 ? found.filter((one) => !one.includes('/faults/')) : found
  expect(file, `no test file ${name}`).not.toBe('')
  return readFileSync(file, 'utf8')
}

test.each(rows.map((row) => [row.split('|').slice(1, 3).join('·').replaceAll(/\s+/g, ' ').trim(), row]))(
  'what is said to prove a norm is there, word for word: %s',
  (_rule, row) => {
    const proofs = proofsOf(row)
    const named = row.match(/`[\w./-]+` “/g)?.length ?? 0
    expect(proofs).toHaveLength(named)
    expect(named > 0 || row.includes('**not done**')).toBe(true)
    for (const [name = '', title = ''] of proofs)
      expect(sourceOf(name).includes(`'${title}'`), `${name} has no '${title}'`).toBe(true)
  },
)

test('every norm has its row', () => expect(rows.length).toBeGreaterThan(60))
