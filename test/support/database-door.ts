import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import tcb from '@cloudbase/node-sdk'
import { CloudError, type Cost } from '../../local/cloudbase/action'
import { createDatabase, type Database } from '../../local/cloudbase/database/create-database'
import type { IndexDeclarations } from '../../local/cloudbase/store/index-declaration'

/** The real SDK, talking to the database over HTTP; without signatures, functions or anything else of the emulator. */
export interface DatabaseDoor {
  /** The unmodified SDK's database. */
  db: ReturnType<ReturnType<typeof tcb.init>['database']>
  database: Database
  /** What each action since the last `forget()` cost, in order. */
  costs: Cost[]
  /** Wire names of the actions since the last `forget()`. */
  calls: string[]
  forget(): void
  /** The emulator's clock, milliseconds UTC; writable. */
  now: number
  url: string
  close(): Promise<void>
}

export interface DoorOptions {
  indexes?: IndexDeclarations
  /** Undefined keeps everything in memory. */
  dataDir?: string
  now?: number
}

export async function openDatabaseDoor({
  indexes = {},
  dataDir,
  now = Date.now(),
}: DoorOptions = {}): Promise<DatabaseDoor> {
  // Without these the SDK probes a metadata host before every call.
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
  })
  const database = createDatabase({ indexes, dataDir, now: () => door.now })
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>
      const answer = await answerTo(body)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer))
    })
  })

  async function answerTo(body: Record<string, unknown>): Promise<Record<string, unknown>> {
    const action = String(body.action)
    const requestId = `test-${door.calls.length}`
    door.calls.push(action)
    try {
      const charge = (cost: Cost) => void door.costs.push(cost)
      return {
        requestId,
        ...(await database.actions[action]!.handle(body, { now: door.now, requestId, charge })),
      }
    } catch (error) {
      if (error instanceof CloudError) return { requestId, code: error.code, message: error.message }
      console.error(error)
      return { requestId, code: 'SYS_ERR', message: String(error) }
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`
  const app = tcb.init({ env: 'local-env', secretId: 'id', secretKey: 'key', serviceUrl: url })
  const door: DatabaseDoor = {
    db: app.database(),
    database,
    costs: [],
    calls: [],
    forget() {
      door.costs.length = 0
      door.calls.length = 0
    },
    now,
    url,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      database.close()
    },
  }
  return door
}
