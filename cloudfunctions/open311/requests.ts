import type { Publication } from '../../typings/contract/publication'
import { refuse } from '../domain/errors'
import { openRequest } from '../domain/open-data/open-request'
import { mediaUrl } from '../platform/open-urls'
import { openPublications, openPublicationsNumbered } from '../platform/stores/open-publication-store'
import { type Asked, formatOf } from './asked'
import { found, type HttpAnswer } from './http'
import { type Page, pageOf, rangeOf, serviceCodesOf, stateOf } from './parameters'

/** Of service_request_id; the address must stay short. */
const numbersMost = 50

/** Published matters: all that the parameters name, or one. What isn't published is as if it were not there. */
export async function requests(asked: Asked): Promise<HttpAnswer> {
  formatOf(asked)
  if (asked.id !== undefined) return one(asked, asked.id)
  const { service_request_id } = asked.query
  return service_request_id === undefined ? many(asked) : numbered(asked, service_request_id)
}

async function one(asked: Asked, number: string): Promise<HttpAnswer> {
  const publications = await openPublicationsNumbered([normal(number)])
  if (publications.length === 0)
    refuse('NOT_FOUND', 'service_request_id', '没有这件公开的诉求；没有公开的也查不到。')
  return rowsOf(asked, publications)
}

/** It overrides all other parameters (the specification's rule). */
async function numbered(asked: Asked, list: string): Promise<HttpAnswer> {
  const numbers = [...new Set(list.split(',').map(normal).filter(Boolean))]
  if (numbers.length > numbersMost)
    refuse('INVALID_INPUT', 'service_request_id', `一次最多 ${numbersMost} 个编号。`)
  return rowsOf(asked, numbers.length > 0 ? await openPublicationsNumbered(numbers) : [])
}

async function many(asked: Asked): Promise<HttpAnswer> {
  const { query, now, index } = asked
  const serviceCodes = serviceCodesOf(query, index)
  const page = pageOf(query, serviceCodes.length)
  const { publications, cursor } = await openPublications({
    serviceCodes,
    ...stateOf(query),
    ...rangeOf(query, now),
    ...(query.cursor && { cursor: query.cursor }),
    limit: page.upTo,
  })
  return rowsOf(asked, publications.slice(page.from), linkOf(asked, page, cursor))
}

const normal = (number: string) => number.trim().toUpperCase()

function rowsOf(
  asked: Asked,
  publications: readonly Publication[],
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  const media = mediaUrl(asked.openData.url)
  const rows = publications.map((publication) => openRequest(publication, asked.index, media))
  return found('service_requests', rows, formatOf(asked), headers)
}

/** Where the next page begins, by key: however far one reads on, a page costs the same. */
function linkOf(
  { openData, ending, query }: Asked,
  { size }: Page,
  cursor: string | undefined,
): Record<string, string> {
  if (cursor === undefined) return {}
  const { page: _page, ...same } = query
  const next = new URLSearchParams({ ...same, page_size: String(size), cursor })
  const path = ending === '' ? 'requests' : `requests.${ending}`
  return { Link: `<${openData.url}/${path}?${next.toString()}>; rel="next"` }
}
