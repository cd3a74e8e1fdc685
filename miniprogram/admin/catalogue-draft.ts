import type { Catalogue, CatalogueEntry } from '../../typings/contract/directory'

/** What an admin changed of one row and has not published yet. */
export interface RowEdit {
  lead: CatalogueEntry['lead']
  basis: string
}

/** By row; kept on the phone until it is published or dropped. */
export type CatalogueDraft = Readonly<Record<string, RowEdit>>

const KEY = 'catalogue-draft'

export const keptDraft = (): CatalogueDraft => (wx.getStorageSync(KEY) as CatalogueDraft | '') || {}

export const keepDraft = (draft: CatalogueDraft) => wx.setStorageSync(KEY, draft)

export const keyOf = ({ serviceCode, areaId = '' }: Pick<CatalogueEntry, 'serviceCode' | 'areaId'>): string =>
  `${serviceCode}@${areaId}`

const sameLead = (one: CatalogueEntry['lead'], other: CatalogueEntry['lead']): boolean =>
  one.by === other.by && unitOf(one) === unitOf(other)

const unitOf = (lead: CatalogueEntry['lead']): string => (lead.by === 'department' ? lead.departmentId : '')

/** The rows as they would be published. */
export const edited = (entries: Catalogue['entries'], draft: CatalogueDraft): CatalogueEntry[] =>
  entries.map((row) => {
    const edit = draft[keyOf(row)]
    return edit ? { ...row, ...edit } : row
  })

/** Without edits that say what stands already. */
export function pruned(entries: Catalogue['entries'], draft: CatalogueDraft): CatalogueDraft {
  const rows = new Map(entries.map((row) => [keyOf(row), row]))
  return Object.fromEntries(
    Object.entries(draft).filter(([key, { lead, basis }]) => {
      const row = rows.get(key)
      return row !== undefined && !(sameLead(row.lead, lead) && row.basis === basis)
    }),
  )
}

/** Names for what a row points to. */
export interface CatalogueNames {
  services: ReadonlyMap<string, string>
  units: ReadonlyMap<string, string>
  areas: ReadonlyMap<string, string>
}

export function leadWords(lead: CatalogueEntry['lead'], { units }: CatalogueNames): string {
  if (lead.by === 'street') return '属地街道（镇）'
  if (lead.by === 'village') return '属地村（社区）'
  return units.get(lead.departmentId) ?? lead.departmentId
}

export function rowName(
  { serviceCode, areaId }: CatalogueEntry,
  { services, areas }: CatalogueNames,
): string {
  const service = services.get(serviceCode) ?? serviceCode
  return areaId === undefined ? service : `${service}（${areas.get(areaId) ?? areaId}）`
}

/** What publishing would change, a sentence each. */
export function draftSentences(
  entries: Catalogue['entries'],
  draft: CatalogueDraft,
  names: CatalogueNames,
): string[] {
  return entries.flatMap((row) => {
    const edit = draft[keyOf(row)]
    if (!edit) return []
    const moved = sameLead(row.lead, edit.lead)
      ? ''
      : `由${leadWords(edit.lead, names)}主办（现在是${leadWords(row.lead, names)}）`
    const founded = row.basis === edit.basis ? '' : `依据改为：${edit.basis}`
    const words = [moved, founded].filter(Boolean).join('；')
    return words ? [`「${rowName(row, names)}」${words}`] : []
  })
}
