import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createDatabase } from '../../../local/cloudbase/database/create-database'

/** Lets a writer run until it has acknowledged so many writes, then kills it without warning. */
async function writeAndKill(
  dataDir: string,
  first: number,
  acknowledgements: number,
): Promise<Map<string, number>> {
  const script = fileURLToPath(new URL('../../support/database-writer.ts', import.meta.url))
  const writer = spawn(process.execPath, ['--import', 'tsx', script, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  writer.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.split('\n').length > acknowledgements) writer.kill('SIGKILL')
  })
  await once(writer, 'close')
  const lines = said.split('\n').slice(0, -1)
  return new Map(lines.map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]))
}

it('keeps every acknowledged write when the process is killed', { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'durable-'))
  try {
    const acknowledged = new Map<string, number>()
    for (const round of [1, 2, 3]) {
      for (const [id, version] of await writeAndKill(dataDir, round * 100_000, 100 + 77 * round)) {
        acknowledged.set(id, version)
      }
      const database = createDatabase({
        dataDir,
        indexes: {
          tickets: [
            { name: 'by_version', keys: [['version', 1]] },
            { name: 'by_tag', keys: [['tags', 1]] },
          ],
        },
      })
      const stored = new Map(
        [...database.dump('tickets')].map(({ _id, version }) => [_id as string, version as number]),
      )
      for (const [id, version] of acknowledged) expect(stored.get(id)).toBeGreaterThanOrEqual(version)
      // The indexes tell the same as the documents.
      expect(database.read('tickets', { tags: 'all' })).toHaveLength(stored.size)
      const changed = [...stored.values()].filter((version) => version === 2).length
      expect(database.read('tickets', { version: 2 })).toHaveLength(changed)
      expect(database.read('tickets', { tags: 'changed' })).toHaveLength(changed)
      database.close()
    }
    expect(acknowledged.size).toBeGreaterThan(200)
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})
