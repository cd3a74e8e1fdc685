import type { Calendar } from '../../../typings/contract/time'
import type {
  Area,
  Catalogue,
  Department,
  Directory,
  Post,
  Profile,
  Service,
  Settings,
} from '../../../typings/contract/directory'
import { refuse } from '../../domain/errors'
import { _, db } from '../cloud'

/** The platform's own cap on one read. */
const pageMost = 1000

/** How long a warm instance trusts its snapshot, ms of real time: also the lag of a revoked post (decisions.md). */
const trustMs = 60_000

interface Held {
  directory: Directory
  /** Monotonic, so that a clock set or moved does not matter. */
  checkedAt: number
}

let held: Held | undefined

/** `settings/tenant`: one document that every change of the directory raises the version of. */
type StoredSettings = Settings & { _id: 'tenant'; version: number }

/**
 * One snapshot per version; a warm instance asks for the version once a minute and loads only what changed.
 * @param atLeast a version that the caller has heard of: an older snapshot is looked at again at once.
 */
export async function loadDirectory(atLeast = 0): Promise<Directory> {
  const trusted = held && performance.now() - held.checkedAt < trustMs && held.directory.version >= atLeast
  if (held && trusted) return held.directory
  const settings = await loadSettings()
  if (held?.directory.version !== settings.version)
    held = { directory: await readAll(settings), checkedAt: 0 }
  held.checkedAt = performance.now()
  return held.directory
}

/** After this instance changed the directory itself. */
export function forgetDirectory() {
  held = undefined
}

export async function loadSettings(): Promise<StoredSettings> {
  const { data } = await db.collection('settings').doc('tenant').get()
  const [settings] = data as StoredSettings[]
  return settings ?? refuse('DIRECTORY_MISSING')
}

async function readAll(settings: StoredSettings): Promise<Directory> {
  const [areas, departments, posts, services, catalogues, profiles, calendars] = await Promise.all([
    readCollection<Area>('areas'),
    readCollection<Department>('departments'),
    readCollection<Post>('posts'),
    readCollection<Service>('services'),
    readCollection<Catalogue>('catalogues'),
    readCollection<Profile>('profiles'),
    readCollection<Calendar>('calendars'),
  ])
  const catalogue = catalogues.sort((a, b) => b.version - a.version)[0] ?? refuse('DIRECTORY_MISSING')
  return {
    version: settings.version,
    areas,
    departments,
    posts,
    services,
    catalogue,
    profiles,
    calendars,
    settings,
  }
}

/** Pages by key: never more than the cap, never a skip. */
async function readCollection<Doc extends { _id: string }>(collection: string): Promise<Doc[]> {
  const all: Doc[] = []
  for (;;) {
    const last = all.at(-1)?._id
    const query = { _id: _.gt(last ?? '') }
    const { data } = await db.collection(collection).where(query).orderBy('_id', 'asc').limit(pageMost).get()
    all.push(...(data as Doc[]))
    if (data.length < pageMost) return all
  }
}

/**
 * Raises the version and then writes the row: whoever loses the race has written nothing, and a crash in between leaves a
 * raised version with the old row, which loads again and changes nothing.
 *
 * @returns the new version, or undefined where somebody else changed the directory first.
 */
export async function changeDirectory(
  seen: number,
  collection: string,
  { _id, ...row }: { _id: string } & Record<string, unknown>,
): Promise<number | undefined> {
  const { updated } = await db
    .collection('settings')
    .where({ _id: 'tenant', version: seen })
    .update({ version: seen + 1 })
  if (updated !== 1) return undefined
  await db.collection(collection).doc(_id).set(row)
  await db
    .collection('settings')
    .where({ _id: 'tenant', version: seen + 1 })
    .update({ version: seen + 2 })
  return seen + 2
}
