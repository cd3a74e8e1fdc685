import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildFunctions, watchFunctions } from '../../local/build/functions'
import { aFolder } from '../support/cloud'

/** A cloudfunctions/ with one function, and folders that are none. */
function aSource(): { source: string; out: string; write: (word: string) => void } {
  const folder = aFolder()
  const [source, out] = [join(folder, 'cloudfunctions'), join(folder, 'dist')]
  for (const name of ['tickets', 'domain', 'platform']) mkdirSync(join(source, name), { recursive: true })
  const write = (word: string): void =>
    writeFileSync(join(source, 'domain', 'word.ts'), `export const word = '${word}'`)
  write('早')
  writeFileSync(
    join(source, 'tickets', 'index.ts'),
    `import { word } from '../domain/word'\nexport const main = () => word`,
  )
  writeFileSync(join(source, 'tickets', 'config.json'), '{"timeout": 20}')
  return { source, out, write }
}

const run = (out: string): unknown => {
  const require = createRequire(import.meta.url)
  const entry = join(out, 'tickets', 'index.js')
  delete require.cache[entry]
  return (require(entry) as { main: () => unknown }).main()
}

test('only folders with an index.ts are functions, and each is whole by itself', async () => {
  const { source, out } = aSource()
  expect(await buildFunctions({ source, out })).toEqual(['tickets'])
  expect(readdirSync(out)).toEqual(['tickets'])
  expect(readdirSync(join(out, 'tickets')).sort()).toEqual([
    'config.json',
    'index.js',
    'index.js.map',
    'package.json',
  ])
  expect(run(out)).toBe('早')
})

test('a function that is gone from the source is gone from what is uploaded', async () => {
  const { source, out } = aSource()
  mkdirSync(join(out, 'gone'), { recursive: true })
  await buildFunctions({ source, out })
  expect(existsSync(join(out, 'gone'))).toBe(false)
})

test('a save is built at once', async () => {
  const { source, out, write } = aSource()
  let builds = 0
  const watching = await watchFunctions({ source, out }, () => (builds += 1))
  onTestFinished(() => watching.stop())
  await expect.poll(() => builds).toBe(1)
  write('晚上好')
  await expect.poll(() => builds, { timeout: 10_000 }).toBe(2)
  expect(run(out)).toBe('晚上好')
  expect(readFileSync(join(out, 'tickets', 'config.json'), 'utf8')).toBe('{"timeout": 20}')
})
