import { sampleDirectory, samplePeople } from './sample-directory'

interface Ground {
  /** Writes all documents of one collection; whether it replaces what stands there is the caller's. */
  insert(collection: string, docs: readonly { _id: string }[]): Promise<void>
  personIdOf(openid: string): string
}

/** Puts the sample district into a database, collection by collection; answers how many documents went into each. */
export async function seedDistrict({ insert, personIdOf }: Ground): Promise<Record<string, number>> {
  const { version, areas, departments, posts, services, catalogue, profiles, calendars, settings } =
    sampleDirectory(personIdOf)
  const tenant = { _id: 'tenant', version, ...settings }
  const collections: Record<string, readonly { _id: string }[]> = {
    areas,
    departments,
    posts,
    services,
    catalogues: [catalogue],
    profiles,
    calendars,
    settings: [tenant],
    people: samplePeople(personIdOf),
  }
  const counts: Record<string, number> = {}
  for (const [collection, docs] of Object.entries(collections)) {
    await insert(collection, docs)
    counts[collection] = docs.length
  }
  return counts
}
