import type { FigureScope, FigureSpan } from '../../typings/contract/supervision'

/** What is looked at: it stands in the page's path, so that a view can be sent to somebody else. */
export type View = FigureScope & FigureSpan

const keys = ['departmentId', 'streetId', 'serviceCode', 'from', 'to'] as const

type Query = Readonly<Record<string, string | undefined>>

type Part = Query | View

export function viewOf(query: Query): View {
  const kept = keys.flatMap((key) => {
    const value = query[key]
    return value ? [[key, decodeURIComponent(value)] as const] : []
  })
  return Object.fromEntries(kept)
}

/** `/oversight/compare/compare?by=street&from=2026-06-01` */
export function pathOf(page: string, ...queries: Part[]): string {
  const pairs = Object.entries(Object.assign({}, ...queries) as Query)
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`)
  return `/oversight/${page}/${page}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

export const scopeOf = ({ departmentId, streetId, serviceCode }: View): FigureScope => ({
  ...(departmentId && { departmentId }),
  ...(streetId && { streetId }),
  ...(serviceCode && { serviceCode }),
})

export const spanOf = ({ from, to }: View): FigureSpan => ({ ...(from && { from }), ...(to && { to }) })

/** 6 月 3 日 of '2026-06-03' */
export const dateWords = (date: string): string =>
  `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

/** 2026 年 6 月 1 日 – 30 日 would hide where a period of the 19th begins: both days whole. */
export const spanWords = (from: string, to: string): string =>
  `${from.slice(0, 4)} 年 ${dateWords(from)} – ${to.slice(0, 4) === from.slice(0, 4) ? '' : `${to.slice(0, 4)} 年 `}${dateWords(to)}`
