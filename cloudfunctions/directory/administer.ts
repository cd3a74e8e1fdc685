import { z } from 'zod'
import type { Directory } from '../../typings/contract/directory'
import { refuse } from '../domain/errors'
import { checkDirectory } from '../domain/routing/check-directory'
import { type CallContext, operation } from '../platform/operation'
import { changeDirectory, forgetDirectory } from '../platform/stores/directory-store'
import { rowShapes } from './row-shapes'

/** Which lists of the directory an admin may write a row of, and the collection each lives in. */
const collections = {
  areas: 'areas',
  departments: 'departments',
  posts: 'posts',
  services: 'services',
  profiles: 'profiles',
  calendars: 'calendars',
} as const

type Row = { _id: string } & Record<string, unknown>

/** 改目录的一行:先把整本目录连同这一行查一遍,有错就不存。 */
export const put = operation('directory.put', {
  input: z.object({
    list: z.enum(Object.keys(collections) as [keyof typeof collections]),
    row: z.looseObject({ _id: z.string().min(1).max(80) }),
    /** The directory version that the admin saw. */
    directoryVersion: z.int().nonnegative(),
  }),
  async run(context): Promise<{ directoryVersion: number }> {
    guard(context)
    const { list, row } = context.input
    const shaped = rowShapes[list].safeParse(row)
    if (!shaped.success)
      refuse('INVALID_INPUT', ['input.row', ...(shaped.error.issues[0]?.path ?? [])].join('.'))
    const rows = context.directory[list] as readonly { _id: string }[]
    const next = { ...context.directory, [list]: [...rows.filter(({ _id }) => _id !== row._id), row] }
    return save(context, next as Directory, collections[list], row as Row)
  },
})

/** 发布新一版派单目录;工单上记着自己用的是哪一版。 */
export const publishCatalogue = operation('directory.publishCatalogue', {
  input: z.object({
    entries: z
      .array(
        z.looseObject({
          serviceCode: z.string().max(80),
          lead: z.looseObject({ by: z.enum(['department', 'street', 'village']) }),
          basis: z.string().min(1).max(200),
        }),
      )
      .max(5000),
    directoryVersion: z.int().nonnegative(),
  }),
  async run(context): Promise<{ directoryVersion: number }> {
    guard(context)
    const version = context.directory.catalogue.version + 1
    const catalogue = {
      _id: `catalogue-${version}`,
      version,
      effectiveFrom: context.now,
      entries: context.input.entries as unknown as Directory['catalogue']['entries'],
    }
    return save(context, { ...context.directory, catalogue }, 'catalogues', catalogue as unknown as Row)
  },
})

/** 自动派单的门槛:多有把握才不经人直接派出;不填,用模型自己的;填 2,一律由人派。 */
export const setAutoDispatch = operation('directory.setAutoDispatch', {
  input: z.object({
    autoDispatchAt: z.number().min(0.5).max(2).optional(),
    directoryVersion: z.int().nonnegative(),
  }),
  async run(context): Promise<{ directoryVersion: number }> {
    guard(context)
    const { directory, input } = context
    const { autoDispatchAt: _old, ...settings } = directory.settings
    const { autoDispatchAt } = input
    // The version that `changeDirectory` has raised by then, as the row takes the whole document's place.
    const row = { ...settings, _id: 'tenant', version: directory.version + 1 }
    return save(context, directory, 'settings', {
      ...row,
      ...(autoDispatchAt !== undefined && { autoDispatchAt }),
    })
  },
})

function guard({ caller, directory, input }: CallContext<{ directoryVersion: number }>) {
  if (!caller.posts.some(({ role }) => role === 'admin')) refuse('NOT_ALLOWED')
  if (input.directoryVersion === directory.version) return
  // This instance may be the one that is behind: the next call looks again.
  forgetDirectory()
  refuse('VERSION_CONFLICT', 'input.directoryVersion')
}

async function save(
  { directory }: CallContext<unknown>,
  next: Directory,
  collection: string,
  row: Row,
): Promise<{ directoryVersion: number }> {
  const [problem] = checkDirectory(next)
  if (problem) refuse('DIRECTORY_INVALID', 'input.row', `没有保存:${problem.message}(${problem.path})`)
  const directoryVersion = await changeDirectory(directory.version, collection, row)
  forgetDirectory()
  return { directoryVersion: directoryVersion ?? refuse('VERSION_CONFLICT', 'input.directoryVersion') }
}
