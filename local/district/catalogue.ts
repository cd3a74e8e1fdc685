import type { Catalogue, CatalogueEntry, Department, Service } from '../../typings/contract/directory'
import { sampleAreas } from './areas'
import { departmentUnits, utilityUnits } from './departments'
import { allMatters } from './services/all'
import type { Matter } from './services/matter'

export const sampleServices = (): Service[] =>
  allMatters.map(({ code, name, level1, level2, words, limitClass, questions }) => ({
    _id: code,
    code,
    name,
    level1,
    level2,
    words,
    limitClass,
    ...(questions && { questions }),
  }))

/** In towns the town looks after what in the streets is the district's: their own list says so. */
const townDuties = ['street-cleaning', 'stalls', 'street-light', 'public-toilet']

/** One row for every service in the whole district, then the towns' own. */
export function sampleCatalogue(): Catalogue {
  const towns = sampleAreas().filter(({ style }) => style === '镇' || style === '乡')
  const rows = allMatters.map(rowOf)
  const ofTowns = towns.flatMap(({ _id, name }) =>
    townDuties.map((serviceCode, index): CatalogueEntry => ({
      serviceCode,
      areaId: _id,
      lead: { by: 'street' },
      assist: rows.flatMap(({ serviceCode: code, lead }) =>
        code === serviceCode && lead.by === 'department' ? [lead.departmentId] : [],
      ),
      basis: `${name}权责清单第 ${20 + index} 项`,
    })),
  )
  return {
    _id: 'catalogue-1',
    version: 1,
    effectiveFrom: Date.parse('2010-01-01T00:00:00+08:00'),
    entries: [...rows, ...ofTowns],
  }
}

function rowOf(matter: Matter, index: number): CatalogueEntry {
  const { code, lead, assist } = matter
  const item = allMatters.slice(0, index + 1).filter((other) => other.lead === lead).length
  const shared = { serviceCode: code, ...(assist && { assist }), basis: `${listOf(lead)}第 ${item} 项` }
  if (lead === 'village') return { ...shared, lead: { by: 'village' }, onVillageList: true }
  if (lead === 'street') return { ...shared, lead: { by: 'street' } }
  return { ...shared, lead: { by: 'department', departmentId: lead } }
}

const listOf = (lead: Matter['lead']): string => {
  if (lead === 'village') return '村（社区）依法履职清单'
  if (lead === 'street') return '街道（镇）权责清单'
  return `${shortNames.get(lead)}权责清单`
}

const shortNames: ReadonlyMap<Department['_id'], string> = new Map(
  [...departmentUnits, ...utilityUnits].map(([id, , shortName]) => [id, shortName]),
)
