import type { MemoryFiles } from './kept'

/** The address under which the browser finds what the app names. */
export function resourceUrl(
  path: string,
  { mount, files, page }: { mount: string; files: MemoryFiles; page: string },
): string {
  if (/^(https?:|data:|blob:)/.test(path)) return path
  if (path.startsWith('//')) return `https:${path}`
  if (/^(wxfile|cloud|http):\/\//.test(path)) return files.urlOf(path) ?? path
  const folder = page.split('/').slice(0, -1).join('/')
  const base = new URL(`${mount}files/`, window.location.href)
  return new URL(path.startsWith('/') ? `.${path}` : `./${folder}/${path}`, base).href
}
