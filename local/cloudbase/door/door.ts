import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { CloudError } from '../action'
import { refuseForeign } from './loopback'
import { replyFailure } from './reply'

export interface Visit {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** The path's rest after the route's prefix, still percent-encoded, without its slash. */
  rest: string
  requestId: string
}

/** Answers one prefix of paths. @throws CloudError, answered as the envelope of docs/decisions. */
export type Route = (visit: Visit) => Promise<void> | void

/** Keyed by method and first path segment, as in `POST /invoke`; `ANY` stands for every method. */
export type Routes = Readonly<Record<string, Route>>

/** Takes over a connection that asked to become a WebSocket; the door has refused foreign ones. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export interface Door {
  port: number
  close(): Promise<void>
}

/** Opens the one HTTP server, on the loopback address only. Port 0 takes a free one. */
export async function openDoor(
  port: number,
  routes: Routes,
  origins: readonly string[],
  upgrade?: Upgrade,
): Promise<Door> {
  const server: Server = createServer((request, response) => {
    void visit(request, response, (server.address() as AddressInfo).port, routes, origins)
  })
  // Longer than an instance lives idle: a connection is never closed under a request just sent.
  server.keepAliveTimeout = 75_000
  if (upgrade !== undefined) {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      try {
        refuseForeign(request, (server.address() as AddressInfo).port, origins)
        upgrade(request, socket, head)
      } catch {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      }
    })
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function visit(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  routes: Routes,
  origins: readonly string[],
): Promise<void> {
  const requestId = randomUUID()
  try {
    refuseForeign(request, port, origins)
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
    if (allowOrigin(request, response, origins)) return
    const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? []
    const route = routes[`${request.method} /${first}`] ?? routes[`ANY /${first}`]
    if (route === undefined) throw new CloudError('NOT_FOUND', `Nothing answers ${request.method} /${first}.`)
    await route({ request, response, url, rest, requestId })
  } catch (error) {
    request.resume()
    if (response.headersSent) {
      response.destroy(error as Error)
    } else if (error instanceof CloudError) {
      replyFailure(response, error, requestId)
    } else {
      console.error(error)
      replyFailure(response, new CloudError('SYS_ERR', (error as Error).message), requestId)
    }
  }
}

/** CORS for the pages that were allowed by name. @returns whether this was a preflight, now answered. */
function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): boolean {
  const { origin } = request.headers
  if (origin === undefined || !origins.includes(origin)) return false
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'origin')
  if (request.method !== 'OPTIONS') return false
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, HEAD, POST, PUT',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
  })
  response.end()
  return true
}
