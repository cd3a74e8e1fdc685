import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Catalogue, Directory } from '../../typings/contract/directory'
import { refuse } from '../domain/errors'
import { rowKey } from '../domain/routing/index-directory'
import { operation } from '../platform/operation'
import { guardChange, saveChange } from './change'
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
    guardChange(context)
    const { list, row } = context.input
    const shaped = rowShapes[list].safeParse(row)
    if (!shaped.success)
      refuse('INVALID_INPUT', ['input.row', ...(shaped.error.issues[0]?.path ?? [])].join('.'))
    const rows = context.directory[list] as readonly { _id: string }[]
    const next = { ...context.directory, [list]: [...rows.filter(({ _id }) => _id !== row._id), row] }
    return saveChange(context, next as Directory, {
      what: list,
      collection: collections[list],
      row: row as Row,
    })
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
    guardChange(context)
    const version = context.directory.catalogue.version + 1
    const catalogue = {
      _id: `catalogue-${version}`,
      version,
      effectiveFrom: context.now,
      entries: context.input.entries as unknown as Directory['catalogue']['entries'],
    }
    return saveChange(
      context,
      { ...context.directory, catalogue },
      {
        what: 'catalogue',
        collection: 'catalogues',
        row: catalogue as unknown as Row,
        text: `发布第 ${version} 版派单目录，${catalogue.entries.length} 条，改了 ${changedRows(context.directory.catalogue, catalogue)} 条`,
      },
    )
  },
})

/** Rows that are new, gone, or say something else than before. */
function changedRows(before: Catalogue, after: Catalogue): number {
  const rows = ({ entries }: Catalogue) =>
    new Map(entries.map((row) => [rowKey(row.serviceCode, row.areaId), row]))
  const [old, now] = [rows(before), rows(after)]
  const keys = [...new Set([...old.keys(), ...now.keys()])]
  return keys.filter((key) => !isDeepStrictEqual(old.get(key), now.get(key))).length
}
