import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aCloud } from '../../support/cloud'

test("the README's table has every answer of the emulator, with its mark", async () => {
  const { marks } = await aCloud({ functionsDir: 'no-functions' })
  const rows = readFileSync('local/README.md', 'utf8').matchAll(
    /^\| `([\w.]+)`\s*\| (sdk-source|official-doc|guess)\s*\|/gm,
  )
  expect(Object.fromEntries([...rows].map(([, name, mark]) => [name, mark]))).toEqual(marks)
})
