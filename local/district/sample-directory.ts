import { alwaysCalendar, workCalendar } from '../../cloudfunctions/domain/calendar/national'
import { profiles } from '../../cloudfunctions/domain/sla/profiles'
import type { Directory, Person, Settings } from '../../typings/contract/directory'
import { cityName, districtArea, sampleAreas } from './areas'
import { sampleCatalogue, sampleServices } from './catalogue'
import { centreId, sampleDepartments } from './departments'
import { displayNameOf, sampleSeats, type Seat } from './posts'

/** A person of the stage and the posts held, before the product's key has made an id of the alias. */
export interface Binding {
  openid: string
  postIds: string[]
  displayName: string
}

const settings: Settings = {
  tenantName: `${cityName}${districtArea.name}民呼我应`,
  profileId: 'jinan',
  districtAreaId: districtArea._id,
  centreDepartmentId: centreId,
  // Where `npm run cloud` and `npm start` listen unless told otherwise.
  openData: {
    url: 'http://127.0.0.1:9500/http/open311',
    contact: '区民呼我应中心，电话 12345',
    jurisdictionId: 'sample',
  },
}

/** Invented from end to end. `personIdOf` is the product's own function from openid to `people` id. */
export function sampleDirectory(personIdOf: (openid: string) => string = (openid) => openid): Directory {
  const areas = sampleAreas()
  const departments = sampleDepartments(areas)
  return {
    version: 1,
    areas,
    departments,
    posts: sampleSeats(departments, areas).map(({ post, openid }) => ({
      ...post,
      personId: personIdOf(openid),
      holderName: displayNameOf(openid),
    })),
    services: sampleServices(),
    catalogue: sampleCatalogue(),
    profiles,
    calendars: [workCalendar, alwaysCalendar],
    settings,
  }
}

/** Everybody who holds a post, once each; residents are nobody's entry. */
export function sampleBindings(): Binding[] {
  const areas = sampleAreas()
  const bindings = new Map<string, Binding>()
  for (const { post, openid } of sampleSeats(sampleDepartments(areas), areas))
    bind(bindings, post._id, openid)
  return [...bindings.values()]
}

function bind(bindings: Map<string, Binding>, postId: Seat['post']['_id'], openid: string) {
  const known = bindings.get(openid)
  if (known) known.postIds.push(postId)
  else bindings.set(openid, { openid, postIds: [postId], displayName: displayNameOf(openid) })
}

export const samplePeople = (personIdOf: (openid: string) => string): Person[] =>
  sampleBindings().map(({ openid, postIds, displayName }) => ({
    _id: personIdOf(openid),
    postIds,
    displayName,
  }))
