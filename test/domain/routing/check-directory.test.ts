import { expect, test } from 'vitest'
import type { Directory } from '../../../typings/contract/directory'
import { checkDirectory } from '../../../cloudfunctions/domain/routing/check-directory'
import { jinan } from '../../../cloudfunctions/domain/sla/profiles'
import { workCalendar } from '../../../cloudfunctions/domain/calendar/national'
import { aCatalogue, aDirectory, aPost, aService, withDepartment, withPost } from './a-directory'

/** The small district with nothing to complain of: calendar, profile, supervisor and a row for every service. */
function sound(): Directory {
  const base = aDirectory()
  return aDirectory({
    profiles: [jinan],
    calendars: [workCalendar],
    posts: [...base.posts, aPost({ _id: 'watch', role: 'supervisor', departmentId: 'centre' })],
    services: base.services.filter(({ code }) => code !== 'orphan' && code !== 'plague'),
    catalogue: {
      ...aCatalogue(),
      entries: aCatalogue()
        .entries.filter(({ serviceCode }) => serviceCode !== 'plague')
        .map((row) => ({ ...row, assist: row.assist?.filter((id) => id !== 'closed-long-ago') })),
    },
  })
}

const withRow = (row: Partial<Directory['catalogue']['entries'][number]>): Directory => {
  const base = sound()
  const [first] = base.catalogue.entries
  if (!first) throw new Error('the small district has rows')
  return {
    ...base,
    catalogue: { ...base.catalogue, entries: [...base.catalogue.entries, { ...first, ...row }] },
  }
}

test('a sound directory may be published', () => {
  expect(checkDirectory(sound())).toEqual([])
})

test.each<[string, Directory, string]>([
  [
    'two units of one id',
    { ...sound(), departments: [...sound().departments, ...sound().departments.slice(0, 1)] },
    'departments.government',
  ],
  [
    'an area under nothing',
    {
      ...sound(),
      areas: sound().areas.filter(({ _id }) => _id !== 'lane'),
    },
    'areas.lane-1.parentId',
  ],
  [
    'a path that skips a level',
    {
      ...sound(),
      areas: sound().areas.map((area) => (area._id === 'lane' ? { ...area, parentId: 'west' } : area)),
    },
    'areas.lane.path',
  ],
  ['a unit in no area', withDepartment('ecology', { areaId: 'moon' }, sound()), 'departments.ecology.areaId'],
  [
    'a unit under nobody known',
    withDepartment('ecology', { superiorId: 'moon' }, sound()),
    'departments.ecology.superiorId',
  ],
  [
    'units over each other',
    withDepartment('government', { superiorId: 'centre' }, sound()),
    'departments.centre.superiorId',
  ],
  [
    'a unit without a calendar',
    withDepartment('ecology', { calendarId: 'lunar' }, sound()),
    'departments.ecology.calendarId',
  ],
  [
    'a unit without a contact',
    withPost('contact-ecology', { active: false }, sound()),
    'departments.ecology',
  ],
  [
    'a contact without a deputy',
    withPost('contact-ecology', { deputyPostId: undefined }, sound()),
    'departments.ecology',
  ],
  [
    'a deputy of another unit',
    withPost('contact-ecology', { deputyPostId: 'deputy-centre' }, sound()),
    'posts.contact-ecology.deputyPostId',
  ],
  [
    'a post in no unit',
    withPost('deputy-ecology', { departmentId: 'moon' }, sound()),
    'posts.deputy-ecology.departmentId',
  ],
  [
    'a post over no area',
    withPost('deputy-ecology', { areaId: 'moon' }, sound()),
    'posts.deputy-ecology.areaId',
  ],
  ['a row twice', withRow({}), 'catalogue.street-light@'],
  ['a row for no service', withRow({ serviceCode: 'nonsense' }), 'catalogue.nonsense@'],
  ['a row in no area', withRow({ areaId: 'moon' }), 'catalogue.street-light@moon.areaId'],
  [
    'a row led by nobody',
    withRow({ areaId: 'east', lead: { by: 'department', departmentId: 'moon' } }),
    'catalogue.street-light@east.lead',
  ],
  ['a row assisted by nobody', withRow({ areaId: 'east', assist: ['moon'] }), 'catalogue.street-light@east'],
  [
    'a village off its list',
    withRow({ areaId: 'east', lead: { by: 'village' } }),
    'catalogue.street-light@east.lead',
  ],
  [
    'a village by its id off its list',
    withRow({ areaId: 'east', lead: { by: 'department', departmentId: 'lane-committee' } }),
    'catalogue.street-light@east.lead',
  ],
  ['a row with no basis', withRow({ areaId: 'east', basis: ' ' }), 'catalogue.street-light@east.basis'],
  [
    'a service without a row',
    { ...sound(), services: [...sound().services, aService({ code: 'new' })] },
    'services.new',
  ],
  [
    'a word in two services',
    { ...sound(), services: sound().services.map((service) => ({ ...service, words: ['KTV'] })) },
    'services.words.ktv',
  ],
  [
    'a profile on no calendar',
    { ...sound(), profiles: [{ ...jinan, calendarId: 'lunar' }] },
    'profiles.jinan.calendarId',
  ],
  [
    'settings with no profile',
    { ...sound(), settings: { ...sound().settings, profileId: 'none' } },
    'settings.profileId',
  ],
  [
    'settings in no area',
    { ...sound(), settings: { ...sound().settings, districtAreaId: 'moon' } },
    'settings.districtAreaId',
  ],
  [
    'a centre that is away',
    withDepartment('centre', { active: false }, sound()),
    'settings.centreDepartmentId',
  ],
  ['nobody who supervises', withPost('watch', { active: false }, sound()), 'posts'],
  [
    'nobody to whom a complaint about officials may go',
    { ...sound(), services: sound().services.map((service) => ({ ...service, level1: '其他' })) },
    'catalogue',
  ],
])('finds %s', (_, directory, path) => {
  expect(checkDirectory(directory).map((problem) => problem.path)).toContain(path)
})
