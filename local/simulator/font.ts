import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Served in slices, so that Chinese has the same glyphs on every machine and in every screenshot. */
export const fontFamily = 'Noto Sans SC Variable'

/** An installed one of the same design goes first (browser.ts): a page of its own fetches and unpacks dozens of slices. */
export const fontFamilies = `"Noto Sans SC", "${fontFamily}"`

const folder = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
)

/**
 * A file of the font. The style sheet asks for its slices as `files/<name>`, relative to itself.
 * @param path `index.css` or `files/<name>.woff2`
 * @returns where it lies and its media type, or undefined for any other path.
 */
export function fontFile(path: string): { file: string; type: string } | undefined {
  if (path === 'index.css') return { file: join(folder, path), type: 'text/css; charset=utf-8' }
  if (!/^files\/[\w[\]-]+\.woff2$/.test(path)) return undefined
  return { file: join(folder, 'files', basename(path)), type: 'font/woff2' }
}
