import type { IncomingMessage } from 'node:http'
import { CloudError } from '../action'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * A page from elsewhere can make a developer's browser send requests here, and a rebound name can even read the answers.
 * So the Host must be a loopback name with our port, and an Origin must be our own or one that was allowed by name.
 * @throws CloudError REQUEST_FORBIDDEN
 */
export function refuseForeign(request: IncomingMessage, port: number, origins: readonly string[]): void {
  const host = hostOf(`http://${request.headers.host ?? ''}`)
  if (host === undefined || !LOOPBACK.has(host.hostname) || host.port !== String(port)) {
    throw new CloudError('REQUEST_FORBIDDEN', 'This door answers to its loopback name only.')
  }
  const origin = request.headers.origin
  if (origin === undefined) {
    if (request.headers['sec-fetch-site'] === 'cross-site') throw foreign()
    return
  }
  const from = hostOf(origin)
  const own = from !== undefined && LOOPBACK.has(from.hostname) && from.port === String(port)
  if (!own && !origins.includes(origin)) throw foreign()
}

function foreign(): CloudError {
  return new CloudError('REQUEST_FORBIDDEN', 'This door does not answer to pages from elsewhere.')
}

function hostOf(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
