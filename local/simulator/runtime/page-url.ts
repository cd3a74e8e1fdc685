/** A page's address as WeChat reads it: relative to the present page, query values left as written. */
export function resolveUrl(url: string, from: string): { path: string; query: Record<string, string> } {
  const [rawPath = '', rawQuery = ''] = splitOnce(url, '?')
  const base = rawPath.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const parts: string[] = []
  for (const part of [...base, ...rawPath.split('/')]) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  const query: Record<string, string> = {}
  for (const pair of rawQuery.split('&')) {
    const [key = '', value = ''] = splitOnce(pair, '=')
    if (key) query[key] = value
  }
  return { path: parts.join('/').replace(/\.html$/, ''), query }
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
