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
import type { DirectoryChange } from '../../../typings/contract/administration'
import { _, db, insertOnce } from '../cloud'
import { readAll } from './by-key'

/** How long a warm instance trusts its snapshot, ms of real time: also the lag of a revoked post (decisions.md). */
const trustMs = 60_000

interface Held {
  directory: Directory
  /** Monotonic, so that a clock set or moved does not matter. */
  checkedAt: number
}

/** Every document: a query that the index on `_id` serves. */
const all = { _id: _.gt('') }

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
    held = { directory: await readDirectory(settings), checkedAt: 0 }
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

async function readDirectory(settings: StoredSettings): Promise<Directory> {
  const [areas, departments, posts, services, catalogues, profiles, calendars] = await Promise.all([
    readAll<Area>('areas', all),
    readAll<Department>('departments', all),
    readAll<Post>('posts', all),
    readAll<Service>('services', all),
    readAll<Catalogue>('catalogues', all),
    readAll<Profile>('profiles', all),
    readAll<Calendar>('calendars', all),
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

/**
 * Raises the version and then writes the row: whoever loses the race has written nothing, and a crash in between leaves a
 * raised version with the old row, which loads again and changes nothing.
 *
 * @param change who does it and what, kept before the row is: no change ever stands without its author.
 * @returns the new version, or undefined where somebody else changed the directory first.
 */
export async function changeDirectory(
  seen: number,
  collection: string,
  { _id, ...row }: { _id: string } & Record<string, unknown>,
  change?: DirectoryChange,
): Promise<number | undefined> {
  const { updated } = await db
    .collection('settings')
    .where({ _id: 'tenant', version: seen })
    .update({ version: seen + 1 })
  if (updated !== 1) return undefined
  if (change) await insertOnce('directory_changes', { _id: String(seen + 2), version: seen + 2, ...change })
  await db.collection(collection).doc(_id).set(row)
  await db
    .collection('settings')
    .where({ _id: 'tenant', version: seen + 1 })
    .update({ version: seen + 2 })
  return seen + 2
}

/** What an admin is shown of who changed what. */
const changesMost = 20

/** Newest first. */
export async function lastChanges(): Promise<DirectoryChange[]> {
  const { data } = await db
    .collection('directory_changes')
    .where({ version: _.gt(0) })
    .orderBy('version', 'desc')
    .limit(changesMost)
    .get()
  return (data as (DirectoryChange & { _id: string; version: number })[]).map(
    ({ _id, version: _version, ...change }) => change,
  )
}
