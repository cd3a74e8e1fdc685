import type { WebSocket } from 'ws'
import type { HeadlessPhone } from './headless-phone'
import { type Account, toolDomain } from './tool'

interface Request {
  id: string
  method: string
  params?: unknown
}

/** Answers each request of a connection, in any order, and tells of events, for as long as it is open. */
export function converse(
  socket: WebSocket,
  opening: Promise<HeadlessPhone>,
  accounts: readonly Account[],
): void {
  const send = (message: unknown): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  const tell = (method: string, params: unknown): void => send({ method, params })
  opening.then(
    (phone) => phone.onEvent(tell),
    // Each request says why; a connection that asks nothing needs no reason.
    () => undefined,
  )
  const tool = toolDomain({ socket, opening, accounts, tell })

  async function answer({ method, params }: Request): Promise<unknown> {
    const own = tool[method]
    return own === undefined ? (await opening).ask(method, params ?? {}) : own(params)
  }

  socket.on('message', async (text: Buffer) => {
    const request = parse(text)
    if (request === undefined) return send({ error: { message: 'not a request of the protocol' } })
    try {
      send({ id: request.id, result: await answer(request) })
    } catch (error) {
      send({ id: request.id, error: { message: (error as Error).message } })
    }
  })
}

function parse(text: Buffer): Request | undefined {
  try {
    const request = JSON.parse(text.toString()) as Partial<Request>
    return typeof request.id === 'string' && typeof request.method === 'string'
      ? (request as Request)
      : undefined
  } catch {
    return undefined
  }
}
