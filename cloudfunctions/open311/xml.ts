/** What an element of a list is called; the specification's names. */
const memberOf: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  files: 'file',
}

/** A value as XML by the Spark convention: a list's members have its singular for a name, null is an empty element. */
export const xmlOf = (root: string, value: object): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`

function element(name: string, value: unknown): string {
  if (value === null || value === undefined) return `<${name}/>`
  return `<${name}>${contentOf(name, value)}</${name}>`
}

function contentOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => element(memberOf[name] ?? 'item', one)).join('')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([field, one]) => element(field, one))
      .join('')
  return escaped(String(value))
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

const escaped = (text: string): string => text.replace(/[&<>\r]/g, (sign) => signs[sign] ?? sign)
