import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Compiler } from '../../../local/simulator/compiler/compile'
import { rewriteSelector, SCOPE_MARK } from '../../../local/simulator/compiler/selectors'
import { transformWxs } from '../../../local/simulator/compiler/wxs'
import { rpxToPx } from '../../../local/simulator/runtime/styles'
import { resolveUrl } from '../../../local/simulator/runtime/page-url'
import { fixture } from './stage'

describe('what is wrong with the source is told with file and line', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mini-'))
    cpSync(fixture('basics'), folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const page = 'pages/second/second'
  test.each([
    [
      'a page without a template',
      'app.json',
      '{\n"pages": ["pages/none/none"] }',
      '缺少文件 pages/none/none.wxml',
      2,
    ],
    ['broken JSON', `${page}.json`, '{\n  "a": 1,\n}', 'JSON 写错了', 3],
    [
      'a component that is not there',
      `${page}.json`,
      '{ "usingComponents": {\n"x": "./x" } }',
      '找不到组件 <x>',
      2,
    ],
    [
      'a module that is not there',
      `${page}.ts`,
      "\nimport { a } from './none'\nPage({ a })",
      "找不到模块 './none'",
      2,
    ],
    ['broken script', `${page}.ts`, 'Page({\n  a: (\n})', 'Unexpected', 3],
    ['a tag left open', `${page}.wxml`, '<view>\n<view>\n</view>', 'WXML', 1],
    ['a broken expression', `${page}.wxml`, '<view>\n{{ a + }}</view>', 'WXML', 2],
    ['a tag that nobody knows', `${page}.wxml`, '<view>\n  <vieww />\n</view>', '不认识的组件 <vieww>', 2],
    [
      'an include that is not there',
      `${page}.wxml`,
      '\n<include src="./none.wxml" />',
      'second/none.wxml',
      2,
    ],
    ['WXS that is not there', `${page}.wxml`, '\n<wxs src="./none.wxs" module="m" />', 'second/none.wxs', 2],
    ['broken style', `${page}.wxss`, '.a {\n  color: red\n', 'WXSS', 1],
    ['a style that is not there', `${page}.wxss`, '\n@import "./none.wxss";', '找不到样式', 2],
  ])('%s', async (_, file, text, message, line) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
    const { problems } = await new Compiler({ projectDir: folder, builtinTags: new Set(['view']) }).compile()
    const found = problems.find((problem) => problem.message.includes(message))
    expect(found, JSON.stringify(problems)).toMatchObject({ severity: 'error', line })
    expect(found?.file?.endsWith(file)).toBe(true)
  })
})

test('a style that shows a file of the package is warned of, each time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mini-'))
  cpSync(fixture('basics'), folder, { recursive: true })
  writeFileSync(join(folder, 'app.wxss'), '.a {\n  background: url("/a.png");\n}')
  const compiler = new Compiler({ projectDir: folder, builtinTags: new Set(['view']) })
  for (const { problems } of [await compiler.compile(), await compiler.compile()]) {
    expect(problems).toMatchObject([{ severity: 'warning', line: 2, column: 3 }])
  }
  rmSync(folder, { recursive: true })
})

test('a position in the compiled script leads back to the source', async () => {
  const compiler = new Compiler({ projectDir: fixture('basics'), builtinTags: new Set(['view']) })
  const { code, original } = await compiler.compile()
  const lines = code.split('\n')
  const line = lines.findIndex((text) => text.includes('first pulled'))
  const column = (lines[line] ?? '').indexOf('first pulled')
  expect(original(line + 1, column + 1)).toMatchObject({
    file: 'test/local/simulator/fixtures/basics/pages/first/first.ts',
  })
})

test('what did not change is not compiled again', async () => {
  const compiler = new Compiler({ projectDir: fixture('basics'), builtinTags: new Set(['view']) })
  const first = await compiler.compile()
  const from = performance.now()
  const second = await compiler.compile()
  expect(second.code).toBe(first.code)
  expect(performance.now() - from).toBeLessThan(200)
})

test.each([
  ['.a .b', '.%a .%b'],
  ['view.on>text', 'wx-view.%on>wx-text'],
  ['page', 'body'],
  [':host', '[wx-host="%"]'],
  [':host(.on)', '[wx-host="%"]:is(.%on)'],
  ['.a:not(.b):nth-child(2n + 1)::after', '.%a:not(.%b):nth-child(2n + 1)::after'],
  ['.a:nth-child(odd)', '.%a:nth-child(odd)'],
  ['[data-x=".a b"]', '[data-x=".a b"]'],
  ['#one', ':is([id$="--one"],#one)'],
  ['.w-1\\/2', '.%w-1\\/2'],
])('a selector %s becomes %s', (selector, expected) => {
  expect(rewriteSelector(selector).replaceAll(SCOPE_MARK, '%')).toBe(expected)
})

test.each([
  ["a.constructor === 'Array'", "wxsConstructorOf(a) === 'Array'"],
  ["a.b['constructor']", 'wxsConstructorOf(a.b)'],
  ['f(a.constructor).constructor', 'wxsConstructorOf(f(wxsConstructorOf(a)))'],
  [String.raw`getRegExp('^\d+$', 'g')`, String.raw`getRegExp("^\\d+$", "g")`],
  ["require('./a.wxs')", 'require("./a")'],
])('WXS %s becomes %s', (text, expected) => {
  expect(transformWxs(text)).toBe(expected)
})

test.each([
  ['750rpx', 375, '375px'],
  ['1rpx', 375, '1px'],
  ['-1rpx', 375, '-1px'],
  ['0rpx', 375, '0px'],
  ['calc(100% - 33.5rpx)', 375, 'calc(100% - 16px)'],
  ['15rpx 30rpx', 414, '8px 16px'],
  ['var(--x1rpx)', 375, 'var(--x1rpx)'],
])('%s on a phone of %i px is %s', (text, width, expected) => {
  expect(rpxToPx(text, width)).toBe(expected)
})

test.each([
  ['/pages/a/a?x=1&y=%E8%B7%AF', 'pages/b/b', 'pages/a/a', { x: '1', y: '%E8%B7%AF' }],
  ['../a/a?x=a=b', 'pages/b/b', 'pages/a/a', { x: 'a=b' }],
  ['c', 'pages/b/b', 'pages/b/c', {}],
])('the address %s seen from %s', (url, from, path, query) => {
  expect(resolveUrl(url, from)).toEqual({ path, query })
})
