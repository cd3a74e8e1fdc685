import { alwaysCalendar, workCalendar } from '../../cloudfunctions/domain/calendar/national'
import type { Area, Department } from '../../typings/contract/directory'
import { districtArea } from './areas'

type Unit = readonly [id: string, name: string, shortName: string, leader: LeaderNumber]

/** Which district leader is in charge (分管): 1 government and grass roots, 2 building and traffic, 3 people's livelihood, 4 economy and law. */
type LeaderNumber = 1 | 2 | 3 | 4

/** The thirty departments. */
export const departmentUnits = [
  ['government-office', '望汀区人民政府办公室', '区政府办', 1],
  ['discipline', '中共望汀区纪律检查委员会、望汀区监察委员会', '区纪委监委', 1],
  ['organisation', '中共望汀区委组织部', '区委组织部', 1],
  ['publicity', '中共望汀区委宣传部', '区委宣传部', 1],
  ['united-front', '中共望汀区委统一战线工作部', '区委统战部', 1],
  ['petitions', '望汀区信访局', '区信访局', 1],
  ['mass-organisations', '望汀区总工会（群团工作联合办公室）', '区总工会', 1],
  ['development', '望汀区发展和改革局', '区发改局', 4],
  ['industry-commerce', '望汀区科技、工业信息化和商务局', '区科工商务局', 4],
  ['finance', '望汀区财政局（国有资产监督管理局）', '区财政局', 4],
  ['tax', '国家税务总局望汀区税务局', '区税务局', 4],
  ['market', '望汀区市场监督管理局', '区市监局', 4],
  ['police', '望汀公安分局', '公安分局', 4],
  ['traffic-police', '望汀区公安交通警察大队', '区交警大队', 4],
  ['justice', '望汀区司法局', '区司法局', 4],
  ['emergency', '望汀区应急管理局', '区应急局', 4],
  ['housing', '望汀区住房和城乡建设局', '区住建局', 2],
  ['city-management', '望汀区城市管理和综合执法局', '区城管局', 2],
  ['natural-resources', '望汀区自然资源和规划局', '区资规局', 2],
  ['transport', '望汀区交通运输局', '区交通局', 2],
  ['ecology', '望汀区生态环境分局', '区环境分局', 2],
  ['water-affairs', '望汀区水利局', '区水利局', 2],
  ['agriculture', '望汀区农业农村局', '区农业农村局', 3],
  ['education', '望汀区教育局', '区教育局', 3],
  ['civil-affairs', '望汀区民政局', '区民政局', 3],
  ['human-resources', '望汀区人力资源和社会保障局', '区人社局', 3],
  ['health', '望汀区卫生健康局', '区卫健局', 3],
  ['medical-insurance', '望汀区医疗保障局', '区医保局', 3],
  ['veterans', '望汀区退役军人事务局', '区退役军人局', 3],
  ['culture-tourism', '望汀区文化旅游和体育局', '区文旅体局', 3],
] as const satisfies readonly Unit[]

/** 水电气热, round the clock (Art. 19). */
export const utilityUnits = [
  ['water-supply', '望汀区供水有限公司', '区供水公司', 2],
  ['power-supply', '望汀区供电公司', '区供电公司', 4],
  ['gas-supply', '望汀区燃气有限公司', '区燃气公司', 2],
  ['heat-supply', '望汀区热力有限公司', '区热力公司', 2],
] as const satisfies readonly Unit[]

export type DepartmentId = (typeof departmentUnits)[number][0] | (typeof utilityUnits)[number][0]

export const centreId = 'centre'
const governmentId = 'government-office' satisfies DepartmentId

/** The centre, thirty departments and four utilities, then a street office or committee for every street and community. */
export function sampleDepartments(areas: readonly Area[]): Department[] {
  return [
    ofDistrict('centre')([centreId, '望汀区民呼我应中心', '区民呼我应中心', 1]),
    ...departmentUnits.map(ofDistrict('department')),
    ...utilityUnits.map(ofDistrict('utility')),
    ...areas.flatMap((area) => {
      if (area.level === 'street') return [governing(area, 'street', governmentId)]
      return area.level === 'community' ? [governing(area, 'village', governingId(area.parentId ?? ''))] : []
    }),
  ]
}

/** The discipline commission answers to nobody in the district, so that it may look at anybody. */
const ofDistrict =
  (unitClass: 'centre' | 'department' | 'utility') =>
  ([_id, name, shortName]: Unit): Department => ({
    _id,
    name,
    shortName,
    class: unitClass,
    areaId: districtArea._id,
    ...(_id !== governmentId && _id !== 'discipline' && { superiorId: governmentId }),
    calendarId: unitClass === 'utility' ? alwaysCalendar._id : workCalendar._id,
    active: true,
  })

/** `street-03` → `office-03`, `community-0301` → `committee-0301`. */
export const governingId = (areaId: string) =>
  areaId.replace('street-', 'office-').replace('community-', 'committee-')

const governing = (area: Area, unitClass: 'street' | 'village', superiorId: string): Department => ({
  _id: governingId(area._id),
  name: nameOf(area),
  shortName: area.name,
  class: unitClass,
  areaId: area._id,
  superiorId,
  calendarId: workCalendar._id,
  active: true,
})

/** 桐溪村 has a 桐溪村村民委员会: the second 村 is part of the body's name. */
const nameOf = ({ name, style }: Area) => `${name}${bodies[style]}`

const bodies: Readonly<Record<string, string>> = {
  街道: '办事处',
  镇: '人民政府',
  乡: '人民政府',
  园区: '管理委员会',
  社区: '居民委员会',
  村: '村民委员会',
}
