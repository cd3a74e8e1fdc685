import { describe, expect, test } from 'vitest'
import type { Post } from '../../../typings/contract/directory'
import { checkDirectory } from '../../../cloudfunctions/domain/routing/check-directory'
import { leaderPostOf } from '../../../cloudfunctions/domain/routing/on-duty'
import { route } from '../../../cloudfunctions/domain/routing/route'
import { allMatters } from '../../../local/district/services/all'
import { sampleBindings, sampleDirectory } from '../../../local/district/sample-directory'
import { seedDistrict } from '../../../local/district/seed'
import { taxonomy } from '../../../local/district/taxonomy'

const directory = sampleDirectory()
const { areas, departments, posts, services, catalogue } = directory

const countOf = <Item>(items: readonly Item[], test: (item: Item) => boolean) => items.filter(test).length

describe('the sample district', () => {
  test('has nothing that the directory check complains of', () => {
    expect(checkDirectory(directory)).toEqual([])
  })

  test.each([
    ['streets and towns', countOf(areas, ({ level }) => level === 'street'), 18],
    ['villages', countOf(areas, ({ style }) => style === '村'), 117],
    ['communities', countOf(areas, ({ style }) => style === '社区'), 78],
    ['grids', countOf(areas, ({ level }) => level === 'grid'), 390],
    ['centres', countOf(departments, (unit) => unit.class === 'centre'), 1],
    ['departments', countOf(departments, (unit) => unit.class === 'department'), 30],
    ['utilities', countOf(departments, (unit) => unit.class === 'utility'), 4],
    ['street offices', countOf(departments, (unit) => unit.class === 'street'), 18],
    ['committees', countOf(departments, (unit) => unit.class === 'village'), 195],
    ['dispatchers', countOf(posts, ({ role }) => role === 'dispatcher'), 3],
    ['supervisors', countOf(posts, ({ role }) => role === 'supervisor'), 2],
    ['admins', countOf(posts, ({ role }) => role === 'admin'), 1],
    ['grid workers', countOf(posts, ({ role }) => role === 'gridWorker'), 390],
  ])('counts its %s', (_, counted, expected) => {
    expect(counted).toBe(expected)
  })

  test('gives every area two grids, a name of its own and landmarks to say', () => {
    const communities = areas.filter(({ level }) => level === 'community')
    expect(new Set(communities.map(({ name }) => name)).size).toBe(195)
    for (const { _id, landmarks } of communities) {
      expect(countOf(areas, ({ parentId }) => parentId === _id)).toBe(2)
      expect(landmarks?.length).toBeGreaterThan(2)
    }
  })

  test('lies on a plausible map', () => {
    for (const { centre } of areas) {
      expect(centre?.longitude).toSatisfy((east: number) => east > 112.4 && east < 112.9)
      expect(centre?.latitude).toSatisfy((north: number) => north > 27.9 && north < 28.25)
    }
    expect(new Set(areas.map(({ centre }) => JSON.stringify(centre))).size).toBeGreaterThan(600)
  })

  test('runs utilities round the clock and all others in office hours', () => {
    for (const unit of departments) expect(unit.calendarId).toBe(unit.class === 'utility' ? 'always' : 'work')
  })

  test('has a leader in charge of every unit but one: the leader of all', () => {
    for (const { _id } of departments) expect(leaderPostOf(_id, directory), _id).toBeDefined()
  })

  test('is the same every time', () => {
    expect(sampleDirectory()).toEqual(directory)
  })
})

describe('its catalogue', () => {
  test('covers the fifteen classes, under classes that exist', () => {
    expect(new Set(services.map(({ level1 }) => level1))).toEqual(new Set(Object.keys(taxonomy)))
    for (const { level1, level2 } of allMatters) expect(taxonomy[level1]).toContain(level2)
  })

  test('has enough services, each with words', () => {
    expect(services.length).toBeGreaterThanOrEqual(80)
    for (const { words } of services) expect(words.length).toBeGreaterThan(2)
  })

  test('routes every service from a village to whom its row names', () => {
    const village = areas.find(({ style }) => style === '村')
    for (const { code } of services) {
      const routed = route({ serviceCode: code, areaId: village?._id ?? '', kind: 'help' }, directory)
      expect(routed.fallback, `${code}: ${routed.reason}`).toBeUndefined()
    }
  })

  test('lets a town look after its own streets, with the district beside it', () => {
    const ask = (areaId: string) => route({ serviceCode: 'street-cleaning', areaId, kind: 'help' }, directory)
    expect(ask('community-0101').leadDepartmentId).toBe('city-management')
    expect(ask('community-1101')).toMatchObject({
      leadDepartmentId: 'office-11',
      assist: ['city-management'],
      cc: ['centre'],
    })
  })

  test('keeps every village row on the village list', () => {
    const led = catalogue.entries.filter(({ lead }) => lead.by === 'village')
    expect(led.length).toBeGreaterThan(0)
    for (const { onVillageList } of led) expect(onVillageList).toBe(true)
  })

  test('does not let the police look into the police', () => {
    const routed = route(
      {
        serviceCode: 'police-conduct',
        areaId: 'district',
        kind: 'complaint',
        complainedDepartmentId: 'police',
      },
      directory,
    )
    expect(routed).toMatchObject({ leadDepartmentId: 'discipline', cc: ['government-office'] })
  })
})

describe('its people', () => {
  test('hold every post, each by an alias', () => {
    const held = sampleBindings().flatMap(({ postIds }) => postIds)
    expect(held.toSorted()).toEqual(posts.map(({ _id }) => _id).toSorted())
  })

  test.each([
    'contact-city-management',
    'deputy-office-01',
    'contact-committee-0101',
    'dispatcher-3',
    'supervisor-2',
    'leader-1',
    'admin-1',
    'grid-worker-390',
  ])('know %s', (openid) => {
    expect(sampleBindings().map((binding) => binding.openid)).toContain(openid)
  })

  test('are seeded under the ids that the product would make', async () => {
    const written = new Map<string, readonly { _id: string }[]>()
    const counts = await seedDistrict({
      insert: async (collection, docs) => void written.set(collection, docs),
      personIdOf: (openid) => `k1.${openid}`,
    })
    expect(counts).toMatchObject({ areas: 604, departments: 248, services: services.length, settings: 1 })
    const people = new Set(written.get('people')?.map(({ _id }) => _id))
    expect(people).toContain('k1.leader-1')
    for (const post of (written.get('posts') ?? []) as readonly Partial<Post>[])
      expect(people).toContain(post.personId)
    for (const docs of written.values()) expect(new Set(docs.map(({ _id }) => _id)).size).toBe(docs.length)
  })
})
