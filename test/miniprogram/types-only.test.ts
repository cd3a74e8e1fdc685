import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'

const root = resolve('miniprogram')
const scripts = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
)

/** Every module that a compiled file asks for, as the phone would resolve it. */
function asked(path: string): string[] {
  const { code } = transformSync(readFileSync(join(root, path), 'utf8'), { loader: 'ts', format: 'cjs' })
  const found = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '')
  return found.map((specifier) => relative(root, resolve(root, path, '..', specifier)))
}

test('a compiled phone asks for nothing outside miniprogram/: the contract is types only', () => {
  expect(scripts.length).toBeGreaterThan(25)
  const outside = scripts.flatMap((path) =>
    asked(path)
      .filter((target) => target.startsWith('..'))
      .map((target) => `${path} → ${target}`),
  )
  expect(outside).toEqual([])
})

test('and the check sees value imports: the cloud service asks for the labels', () => {
  expect(asked('services/cloud.ts')).toEqual(['labels'])
})
