import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The members of `wx` that miniprogram-api-typings knows: what this phone must have or fail at by name. */
export function wxNames(): string[] {
  const file = createRequire(import.meta.url).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
  const text = readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '')
  const bodies = text.matchAll(/^ {4}interface Wx \{\n([\s\S]*?)^ {4}\}/gm)
  const names = [...bodies].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/^ {8}(?:readonly )?([a-zA-Z]\w*)[(<:?]/gm)].map(
      (member) => member[1] ?? '',
    ),
  )
  return [...new Set(names)].sort()
}
