import { constants, copyFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)

/**
 * Copies what a function's assets.json names, `{"<name beside the bundle>": "<package>/<file>"}`: files too big for a
 * bundle, such as a font. One that is there already in the same size is left alone.
 */
export function copyAssets(from: string, to: string): void {
  const list = join(from, 'assets.json')
  if (!existsSync(list)) return
  const assets = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>
  for (const [name, source] of Object.entries(assets)) {
    const file = require.resolve(source)
    const target = join(to, name)
    const isThere = existsSync(target) && statSync(target).size === statSync(file).size
    if (!isThere) copyFileSync(file, target, constants.COPYFILE_FICLONE)
  }
}
