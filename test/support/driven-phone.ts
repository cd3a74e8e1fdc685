import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import automator from 'miniprogram-automator'
import { createAutomator } from '../../local/simulator/automator/server'
import { serveMiniProgram } from '../../local/simulator/server'
import { theBrowser } from './browser'

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>

/** A mini-program served with its automator, and phones of it driven by the real package. */
export interface DrivenProject {
  /** Opens a phone for somebody. */
  connect(openid: string): Promise<MiniProgram>
  /** Where to connect by hand. */
  endpoint(openid: string): string
  /** How many phones are open in the browser now. */
  phonesOpen(): Promise<number>
  /** ms that every phone's clock is ahead of real time. */
  moveClock(milliseconds: number): Promise<void>
  stop(): Promise<void>
}

export async function driveProject(projectDir: string): Promise<DrivenProject> {
  const phones = serveMiniProgram({ projectDir })
  const server = createServer((request, response) => {
    void phones.handle(request, response).then((known) => known || response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const served = createAutomator({
    launch: theBrowser,
    phoneUrl: (person) => `http://${host}/phone.html?person=${encodeURIComponent(person)}&frame=none`,
    accounts: () => [{ nickName: '居民 1', openid: 'resident-1' }],
  })
  server.on('upgrade', (request, socket, head: Buffer) => {
    if (!served.upgrade(request, socket, head)) socket.destroy()
  })
  const endpoint = (openid: string): string => `ws://${host}/automator/${openid}`
  return {
    endpoint,
    connect: (openid) => automator.connect({ wsEndpoint: endpoint(openid) }),
    phonesOpen: async () => (await theBrowser()).contexts().flatMap((context) => context.pages()).length,
    moveClock: (milliseconds) => served.setClockOffset(milliseconds),
    async stop() {
      await served.close()
      phones.close()
      server.closeAllConnections()
      server.close()
    },
  }
}
