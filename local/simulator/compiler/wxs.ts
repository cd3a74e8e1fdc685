import { createRequire } from 'node:module'
import type ts from 'typescript'

/**
 * WXS is not JavaScript. Three differences are mended on the syntax tree, the rest is JavaScript's own:
 * `x.constructor` is a string ('Array'), the pattern of `getRegExp('\d')` is raw, `require` names a file with ending.
 *
 * `getRegExp`, `getDate` and `wxsConstructorOf` are given by the runtime (runtime/wxs-globals.ts).
 */
export function transformWxs(text: string): string {
  const compiler = syntax()
  const tree = compiler.createSourceFile(
    'module.js',
    text,
    compiler.ScriptTarget.ES2020,
    true,
    compiler.ScriptKind.JS,
  )
  const edits: Edit[] = []
  const visit = (node: ts.Node): void => {
    edits.push(...editsFor(compiler, node, tree))
    compiler.forEachChild(node, visit)
  }
  visit(tree)
  return apply(text, edits)
}

/** Only a project with WXS pays for loading it; `require` takes half a second less than `import`. */
function syntax(): typeof ts {
  return createRequire(import.meta.url)('typescript') as typeof ts
}

interface Edit {
  start: number
  end: number
  text: string
}

function editsFor(compiler: typeof ts, node: ts.Node, tree: ts.SourceFile): Edit[] {
  if (compiler.isPropertyAccessExpression(node) && node.name.text === 'constructor') {
    return constructorOf(node.expression, node.getEnd(), tree)
  }
  if (
    compiler.isElementAccessExpression(node) &&
    compiler.isStringLiteralLike(node.argumentExpression) &&
    node.argumentExpression.text === 'constructor'
  ) {
    return constructorOf(node.expression, node.getEnd(), tree)
  }
  if (!compiler.isCallExpression(node) || !compiler.isIdentifier(node.expression)) return []
  const strings = node.arguments.filter((argument) => compiler.isStringLiteralLike(argument))
  if (node.expression.text === 'getRegExp') {
    return strings.map((literal) =>
      replacing(literal, tree, JSON.stringify(literal.getText(tree).slice(1, -1))),
    )
  }
  if (node.expression.text === 'require') {
    return strings.map((literal) =>
      replacing(literal, tree, JSON.stringify(literal.text.replace(/\.wxs$/, ''))),
    )
  }
  return []
}

function constructorOf(object: ts.Expression, end: number, tree: ts.SourceFile): Edit[] {
  const start = object.getStart(tree)
  return [
    { start, end: start, text: 'wxsConstructorOf(' },
    { start: object.getEnd(), end, text: ')' },
  ]
}

function replacing(node: ts.Node, tree: ts.SourceFile, text: string): Edit {
  return { start: node.getStart(tree), end: node.getEnd(), text }
}

/** Edits never overlap but may be nested side by side; from the end backwards no position moves. */
function apply(text: string, edits: Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((one, other) => other.start - one.start || other.end - one.end || other.order - one.order)
  return ordered.reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text)
}

/** Files that a WXS module requires, as written. */
export function wxsRequires(text: string): string[] {
  return [...text.matchAll(/\brequire\(\s*(["'])([^"'\n]+)\1\s*\)/g)].map((match) => match[2] ?? '')
}
