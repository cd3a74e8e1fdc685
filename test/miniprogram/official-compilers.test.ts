import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** WeChat's own compilers of 2019–20: what they refuse, phones on the old framework can't open. */
const programs = join(
  dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')),
  'bin/linux',
)
const root = resolve('miniprogram')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
const files = (ending: string) => sources.filter((path) => path.endsWith(ending)).sort()

/** What a style sheet imports: wcsc wants to be given it too. */
const importsOf = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/@import '(.+?)'/g)].map(([, path = '']) =>
    join(dirname(file), path),
  )

/** @returns the compiler's words about a file, empty where it is content, and what it made. */
function compile(program: 'wcc' | 'wcsc', folder: string, names: readonly string[]) {
  const options = program === 'wcc' ? ['-d'] : ['-db', '-pc', '0']
  const { status, stdout, stderr } = spawnSync(join(programs, program), [...options, ...names], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 32 * 1024 * 1024,
  })
  return { words: status === 0 ? '' : `${stderr}${stdout}`.trim() || `exit ${status}`, made: stdout }
}

describe.skipIf(process.platform !== 'linux')('the official compilers', () => {
  let folder: string
  beforeAll(() => {
    for (const program of ['wcc', 'wcsc']) chmodSync(join(programs, program), 0o755)
    folder = mkdtempSync(join(tmpdir(), 'official-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('there is something to compile', () => {
    expect(files('.wxml').length).toBeGreaterThan(15)
    expect(files('.wxss').length).toBeGreaterThan(15)
  })

  test.each(files('.wxml'))('wcc takes %s', (file) => {
    const { words, made } = compile('wcc', root, [file])
    expect(words).toBe('')
    expect(made).toContain(file)
  })

  test.each(files('.wxss'))('wcsc takes %s', (file) => {
    const { words, made } = compile('wcsc', root, [file, ...importsOf(file)])
    expect(words).toBe('')
    expect(made.length).toBeGreaterThan(0)
  })

  test.each([
    ['wcc', 'broken.wxml', '<view wx:if="{{a}}"><text></view>'],
    ['wcsc', 'broken.wxss', '.a { color: red; } } .b {'],
  ] as const)('%s tells a broken file', (program, name, text) => {
    writeFileSync(join(folder, name), text)
    expect(compile(program, folder, [name]).words).not.toBe('')
  })
})
