/**
 * The indexes of the product, as its one file (cloudfunctions/indexes.json) declares them:
 *
 *     { "tickets": [ { "name": "by_status", "keys": [["status", 1], ["createdAt", -1]], "unique": false } ] }
 *
 * A path may be dotted and may lead to an array: the index then holds one entry per element. MongoDB allows one such
 * path in an index. `_id` always has an index; as a key it may only stand last, for paging. A collection with an
 * empty list is created without further indexes.
 */
export type IndexDeclarations = Readonly<Record<string, readonly IndexDeclaration[]>>

export interface IndexDeclaration {
  name: string
  /** In order; 1 ascending, -1 descending. */
  keys: readonly (readonly [path: string, direction: 1 | -1])[]
  /** Missing and null count as one value, as on the platform: two documents without the field collide. */
  unique?: boolean
  /** With `unique`: documents that have none of the fields do not collide. */
  sparse?: boolean
}

const NAME = /^[A-Za-z][\w-]{0,63}$/
const PATH = /^[\w-]+(\.[\w-]+)*$/

/**
 * @param json the parsed file.
 * @throws Error naming the collection and the index at fault: a wrong file must stop the start.
 */
export function readIndexDeclarations(json: unknown): IndexDeclarations {
  if (!isRecord(json)) throw new Error('indexes: an object of collections was expected')
  const declarations: Record<string, IndexDeclaration[]> = {}
  for (const [collection, indexes] of Object.entries(json)) {
    if (collection.startsWith('$')) continue
    if (!Array.isArray(indexes)) throw new Error(`indexes: ${collection} needs a list`)
    const names = new Set<string>()
    declarations[collection] = indexes.map((index: unknown) => {
      const declaration = readIndex(index, collection)
      if (names.has(declaration.name))
        throw new Error(`indexes: ${collection}.${declaration.name} is declared twice`)
      names.add(declaration.name)
      return declaration
    })
  }
  return declarations
}

function readIndex(index: unknown, collection: string): IndexDeclaration {
  if (!isRecord(index) || typeof index.name !== 'string' || !NAME.test(index.name)) {
    throw new Error(`indexes: ${collection} has an index without a proper name`)
  }
  const where = `indexes: ${collection}.${index.name}`
  if (!Array.isArray(index.keys) || index.keys.length === 0) throw new Error(`${where} needs keys`)
  const keys = index.keys.map((key: unknown) => {
    const [path, direction] = Array.isArray(key) ? (key as unknown[]) : []
    if (typeof path !== 'string' || !PATH.test(path)) throw new Error(`${where}: a key is [path, 1 | -1]`)
    if (direction !== 1 && direction !== -1) throw new Error(`${where}: the direction of ${path} is 1 or -1`)
    return [path, direction] as const
  })
  const id = keys.findIndex(([path]) => path === '_id')
  if (id >= 0 && (id === 0 || id < keys.length - 1)) throw new Error(`${where}: _id may only stand last`)
  return { name: index.name, keys, unique: index.unique === true, sparse: index.sparse === true }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
