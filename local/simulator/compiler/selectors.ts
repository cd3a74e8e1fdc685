/** Before a class or host in compiled styles: the phone replaces it by the scope's prefix. */
export const SCOPE_MARK = '\uE000'

/**
 * Rewrites one selector list for the page's DOM: element names get their `wx-`, `page` is the body, classes the mark of
 * their style scope, `:host` an attribute.
 */
export function rewriteSelector(selector: string): string {
  let result = ''
  let at = 0
  let compoundStart = true
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(selector)?.[0] ?? ''
    at += found.length
    return found
  }
  while (at < selector.length) {
    const character = selector[at] ?? ''
    if (character === '[') result += take(/\[(?:"[^"]*"|'[^']*'|[^\]])*\]/y) || take(/./sy)
    else if (character === '"' || character === "'") result += take(/"[^"]*"|'[^']*'|./sy)
    else if (character === '.') {
      at += 1
      result += `.${SCOPE_MARK}${take(name)}`
    } else if (character === '#') {
      at += 1
      const id = take(name)
      // glass-easel writes ids with a prefix for each component; :is() keeps the weight of an id.
      result += `:is([id$="--${id}"],#${id})`
    } else if (character === ':') {
      const pseudo = take(/::?(?:[\w-]|[^\x00-\x7f])+/y) || take(/./sy)
      const host = `[wx-host="${SCOPE_MARK}"]`
      result += pseudo !== ':host' ? pseudo : selector[at] === '(' ? `${host}:is` : host
    } else if (/[\s>+~,(]/.test(character)) {
      result += take(/[\s>+~,(]/y)
      compoundStart = true
      continue
    } else if (compoundStart && /[a-zA-Z]/.test(character)) {
      const element = take(name)
      result += element === 'page' ? 'body' : numeric.test(element) ? element : `wx-${element}`
    } else result += take(/./sy)
    compoundStart = false
  }
  return result
}

const name = /(?:\\.|[\w-]|[^\x00-\x7f])+/sy
/** Arguments of :nth-child are not elements. */
const numeric = /^(?:odd|even|n|-?n)$/
