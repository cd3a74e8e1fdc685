import { writeSync } from 'node:fs'
import { createDatabase } from '../../local/cloudbase/database/create-database'

/**
 * A process of its own that writes tickets until it is killed, saying on its standard output after each
 * acknowledged write what now stands: `<id> <version>`.
 */
const [dataDir, first] = process.argv.slice(2) as [string, string]
const database = createDatabase({
  dataDir,
  indexes: {
    tickets: [
      { name: 'by_version', keys: [['version', 1]] },
      { name: 'by_tag', keys: [['tags', 1]] },
    ],
  },
})

async function act(action: string, body: Record<string, unknown>): Promise<void> {
  const context = { now: Date.now(), requestId: '', charge: () => {} }
  await database.actions[`database.${action}`]!.handle({ collectionName: 'tickets', ...body }, context)
}

for (let n = Number(first); ; n++) {
  const _id = `t${n}`
  await act('insertDocument', { data: [JSON.stringify({ _id, version: 1, tags: [_id, 'all'] })] })
  writeSync(1, `${_id} 1\n`)
  await act('modifyDocument', {
    query: JSON.stringify({ _id, version: 1 }),
    data: JSON.stringify({ $inc: { version: 1 }, $push: { tags: 'changed' } }),
    merge: true,
    multi: true,
  })
  writeSync(1, `${_id} 2\n`)
}
