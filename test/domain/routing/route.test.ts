import { describe, expect, test } from 'vitest'
import { route, type Routed, type RoutingRequest } from '../../../cloudfunctions/domain/routing/route'
import { aCatalogue, aDirectory, withDepartment, withPost } from './a-directory'

const ask = (changes: Partial<RoutingRequest>, directory = aDirectory()): Routed =>
  route({ serviceCode: 'street-light', areaId: 'lane', kind: 'help', ...changes }, directory)

const commission = { agreement: '协办 2026-3', amount: 500_000 }

describe('who leads', () => {
  test.each<[string, Partial<RoutingRequest>, string]>([
    ['the department that the catalogue names', { serviceCode: 'street-light' }, 'city-management'],
    ["the most specific area's row", { serviceCode: 'street-light', areaId: 'field' }, 'west-office'],
    ['a utility', { serviceCode: 'no-water' }, 'water-supply'],
    ['the street of the place', { serviceCode: 'stairwell', areaId: 'lane' }, 'east-office'],
    ['the street of a grid two levels below', { serviceCode: 'stairwell', areaId: 'lane-1' }, 'east-office'],
    ['the committee, on its list', { serviceCode: 'village-accounts', areaId: 'field' }, 'field-committee'],
    [
      'the committee off its list, with funds',
      { serviceCode: 'plague', areaId: 'field', fundedCommission: commission },
      'field-committee',
    ],
    ['nobody else for an ordinary complaint', { kind: 'complaint' }, 'city-management'],
    [
      'the responsible unit itself for a complaint about its service',
      { kind: 'complaint', complainedDepartmentId: 'city-management' },
      'city-management',
    ],
    ['the catalogue, for a 举报 that names no unit', { kind: 'report' }, 'city-management'],
    [
      'the catalogue, for a 举报 about another unit',
      { serviceCode: 'noise', kind: 'report', complainedDepartmentId: 'city-management' },
      'ecology',
    ],
  ])('is %s', (_, request, lead) => {
    const routed = ask(request)
    expect(routed).toMatchObject({
      leadDepartmentId: lead,
      leadPostId: `contact-${lead}`,
      catalogueVersion: 7,
      designated: false,
    })
    expect(routed.fallback).toBeUndefined()
  })
})

describe('falling back', () => {
  test.each<[string, Partial<RoutingRequest>, ReturnType<typeof aDirectory>, string, string, string]>([
    [
      'without a service',
      { serviceCode: undefined },
      aDirectory(),
      'centre',
      'serviceUnclear',
      '诉求类别尚不明确',
    ],
    [
      'with an unknown service',
      { serviceCode: 'nonsense' },
      aDirectory(),
      'centre',
      'serviceUnclear',
      '诉求类别',
    ],
    ['with an unknown place', { areaId: 'atlantis' }, aDirectory(), 'centre', 'placeUnclear', '事发地点'],
    ['without a row', { serviceCode: 'orphan' }, aDirectory(), 'centre', 'noRow', '没有“无人负责”的条目'],
    [
      'a street matter with no street',
      { serviceCode: 'stairwell', areaId: 'district' },
      aDirectory(),
      'centre',
      'placeUnclear',
      '街道',
    ],
    [
      'a village matter with no village',
      { serviceCode: 'village-accounts', areaId: 'west' },
      aDirectory(),
      'west-office',
      'placeUnclear',
      '村（社区）',
    ],
    [
      'a village matter with no place at all',
      { serviceCode: 'village-accounts', areaId: 'district' },
      aDirectory(),
      'centre',
      'placeUnclear',
      '村（社区）',
    ],
    [
      'a row that lets a village lead off its list',
      { serviceCode: 'plague', areaId: 'field' },
      aDirectory(),
      'west-office',
      'notOnVillageList',
      '条例第十七条',
    ],
    [
      'a commission without money',
      { serviceCode: 'plague', areaId: 'field', fundedCommission: { agreement: '口头', amount: 0 } },
      aDirectory(),
      'west-office',
      'notOnVillageList',
      '不在村（居）清单内',
    ],
    [
      'a village by its id off its list',
      { serviceCode: 'orphan' },
      aDirectory({
        catalogue: aCatalogue({
          serviceCode: 'orphan',
          lead: { by: 'department', departmentId: 'lane-committee' },
          basis: '误列',
        }),
      }),
      'centre',
      'notOnVillageList',
      '条例第十七条',
    ],
    [
      'a department that is gone',
      { serviceCode: 'orphan' },
      aDirectory({
        catalogue: aCatalogue({
          serviceCode: 'orphan',
          lead: { by: 'department', departmentId: 'gone' },
          basis: '旧条目',
        }),
      }),
      'centre',
      'unitMissing',
      'gone',
    ],
    [
      'an inactive department',
      {},
      withDepartment('city-management', { active: false }),
      'centre',
      'unitInactive',
      '已停用',
    ],
    [
      'a department without an active contact post',
      {},
      withPost('contact-city-management', { active: false }),
      'centre',
      'noContactPost',
      '暂无在岗',
    ],
    [
      'an inactive committee to its street',
      { serviceCode: 'village-accounts', areaId: 'field' },
      withDepartment('field-committee', { active: false }),
      'west-office',
      'unitInactive',
      '田头村委会已停用',
    ],
  ])('%s', (_, request, directory, lead, fallback, words) => {
    const routed = ask(request, directory)
    expect(routed).toMatchObject({ leadDepartmentId: lead, leadPostId: `contact-${lead}`, fallback })
    expect(routed.reason).toContain(words)
  })
})

describe('回避', () => {
  const samePerson = withPost('contact-ecology', { personId: 'person-contact-city-management' })
  test.each<[string, Partial<RoutingRequest>, string, readonly string[], ReturnType<typeof aDirectory>?]>([
    [
      'a 举报 about the unit in charge goes to its superior',
      { kind: 'report', complainedDepartmentId: 'city-management' },
      'government',
      [],
    ],
    [
      'a complaint about conduct too, said so by a person',
      { kind: 'complaint', complainedDepartmentId: 'city-management', aboutConduct: true },
      'government',
      [],
    ],
    [
      'a conduct matter goes to 纪检 and the superior knows',
      { serviceCode: 'manner', kind: 'complaint', complainedDepartmentId: 'city-management' },
      'discipline',
      ['government'],
    ],
    [
      'about 纪检 itself: the centre',
      { serviceCode: 'manner', kind: 'report', complainedDepartmentId: 'discipline' },
      'centre',
      [],
    ],
    [
      'about a village: its street, the district knows',
      {
        serviceCode: 'village-accounts',
        areaId: 'field',
        kind: 'report',
        complainedDepartmentId: 'field-committee',
      },
      'west-office',
      ['centre'],
    ],
    [
      'about a street: never its own village',
      {
        serviceCode: 'village-accounts',
        areaId: 'field',
        kind: 'report',
        complainedDepartmentId: 'west-office',
      },
      'government',
      [],
    ],
    [
      'about the top office: 纪检, for all else stands under it',
      { kind: 'report', complainedDepartmentId: 'government' },
      'discipline',
      [],
    ],
    [
      'about the centre with no service: its superior',
      { serviceCode: undefined, kind: 'report', complainedDepartmentId: 'centre' },
      'government',
      [],
    ],
    [
      'when the superior is gone: 纪检, and a unit that is gone is not copied',
      { kind: 'report', complainedDepartmentId: 'city-management' },
      'discipline',
      [],
      withDepartment('government', { active: false }),
    ],
    [
      'the same person as contact of another unit is avoided too',
      { serviceCode: 'noise', kind: 'report', complainedDepartmentId: 'city-management' },
      'government',
      [],
      samePerson,
    ],
  ])('%s', (_, request, lead, cc, directory) => {
    const routed = ask(request, directory)
    expect(routed.leadDepartmentId).toBe(lead)
    expect(routed.cc).toEqual(cc)
    expect([...routed.assist, ...routed.cc]).not.toContain(request.complainedDepartmentId)
  })

  test('says so in words', () => {
    const { reason } = ask({ kind: 'report', complainedDepartmentId: 'city-management' })
    expect(reason).toBe(
      '依派单目录第 7 版“路灯不亮”一项（依据：city-management 第 1 项），依回避规定不交区城市管理局办理，改由区政府办公室主办。',
    )
  })

  test('drops the unit complained of from those who assist', () => {
    const request = {
      serviceCode: 'noise',
      kind: 'report',
      complainedDepartmentId: 'city-management',
    } as const
    expect(ask({ ...request, complainedDepartmentId: undefined }).assist).toEqual(['city-management'])
    expect(ask(request).assist).toEqual([])
  })
})

describe('who else learns of it', () => {
  test.each<[string, Partial<RoutingRequest>, readonly string[], readonly string[]]>([
    ['those the row names', {}, ['east-office'], ['government']],
    ['the district, of a street lead (Art. 12)', { serviceCode: 'stairwell' }, [], ['centre']],
    [
      'street and district, of a village lead',
      { serviceCode: 'village-accounts', areaId: 'field' },
      [],
      ['west-office', 'centre'],
    ],
    ['never the lead itself or a unit that is gone', { serviceCode: 'noise' }, ['city-management'], []],
  ])('%s', (_, request, assist, cc) => {
    expect(ask(request)).toMatchObject({ assist, cc })
  })
})

describe('which limit', () => {
  test.each<[string, Partial<RoutingRequest>, string]>([
    ["the service's", { serviceCode: 'no-water' }, 'utility'],
    ['a question about a utility', { serviceCode: 'no-water', kind: 'consult' }, 'consult'],
    ['an idea', { kind: 'suggestion' }, 'suggestion'],
    ['danger, however it is put', { serviceCode: 'gas-leak', kind: 'consult' }, 'emergency'],
    ['nothing known', { serviceCode: undefined }, 'general'],
  ])('%s', (_, request, limitClass) => {
    expect(ask(request).limitClass).toBe(limitClass)
  })

  test("the row's over the service's", () => {
    const complex = {
      serviceCode: 'orphan',
      lead: { by: 'department', departmentId: 'ecology' } as const,
      limitClass: 'complex' as const,
      basis: '第 9 项',
    }
    const directory = aDirectory({ catalogue: aCatalogue(complex) })
    expect(ask({ serviceCode: 'orphan' }, directory).limitClass).toBe('complex')
  })
})

test('the reason quotes the catalogue', () => {
  expect(ask({}).reason).toBe(
    '依派单目录第 7 版“路灯不亮”一项（依据：city-management 第 1 项），由区城市管理局主办。',
  )
  expect(ask({ serviceCode: undefined }).reason).toBe(
    '诉求类别尚不明确，改由区民呼我应中心统筹协调（条例第十二条）。',
  )
})

test('a directory in which nobody may lead is a bug, not a silence', () => {
  expect(() => ask({ serviceCode: undefined }, aDirectory({ posts: [] }))).toThrow('no unit')
})
