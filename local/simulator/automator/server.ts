import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Browser, BrowserContext } from 'playwright-core'
import { type WebSocket, WebSocketServer } from 'ws'
import { launchBrowser } from '../browser'
import { openPhone } from './headless-phone'
import { converse } from './conversation'
import type { Account } from './tool'

export interface AutomatorOptions {
  /** The address of a person's phone: `phone.html?person=…&frame=none`. */
  phoneUrl(person: string): string
  /** A browser of the caller's, who closes it. Default: that of browser.ts, launched with the first phone, closed at the end. */
  launch?: () => Promise<Browser>
  /** Who may be chosen, for Tool.getTestAccounts. */
  accounts?: () => readonly Account[]
  /** ms that the phones' `Date` is ahead of real time when they open. */
  clockOffset?: () => number
  /** CSS px of a phone's screen. */
  screen?: { width: number; height: number }
}

/** The server side of miniprogram-automator: `/automator/<openid>`. */
export interface Automator {
  /** For the `upgrade` event of any http server. @returns false when the path is another's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** The emulator's clock was moved: every phone that is open follows. */
  setClockOffset(milliseconds: number): Promise<void>
  /** Closes every phone, and a browser of its own. */
  close(): Promise<void>
}

const path = /^\/automator\/([^/?]+)/

/**
 * Connecting opens a headless phone for that person; closing the socket closes it. Phones share one browser and, as
 * people keep what their phone has stored, one profile for as long as this server lives.
 */
export function createAutomator(options: AutomatorOptions): Automator {
  const sockets = new WebSocketServer({ noServer: true })
  const follow = new Map<WebSocket, (milliseconds: number) => Promise<void>>()
  const closing = new Set<Promise<void>>()
  let profile: Promise<BrowserContext> | undefined

  async function open(): Promise<BrowserContext> {
    const browser = await (options.launch ?? launchBrowser)()
    return browser.newContext({
      viewport: options.screen ?? { width: 375, height: 812 },
      deviceScaleFactor: 2,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
  }

  function serve(socket: WebSocket, person: string): void {
    const opening = (async () => {
      profile ??= open()
      const address = options.phoneUrl(person)
      return openPhone(await profile, { address, clockOffset: options.clockOffset?.() ?? 0 })
    })()
    converse(socket, opening, options.accounts?.() ?? [])
    follow.set(socket, async (milliseconds) => (await opening).setClockOffset(milliseconds))
    socket.on('close', () => {
      follow.delete(socket)
      const closed = opening.then(
        (phone) => phone.close(),
        () => undefined,
      )
      closing.add(closed)
      void closed.finally(() => closing.delete(closed))
    })
  }

  return {
    upgrade(request, socket, head) {
      const person = path.exec(request.url ?? '')?.[1]
      if (person === undefined) return false
      sockets.handleUpgrade(request, socket, head, (open) => serve(open, decodeURIComponent(person)))
      return true
    },
    async setClockOffset(milliseconds) {
      await Promise.allSettled([...follow.values()].map((move) => move(milliseconds)))
    },
    async close() {
      for (const socket of sockets.clients) socket.close(1001, 'the stage closes')
      await Promise.all(closing)
      if (profile !== undefined) await (options.launch ? await profile : (await profile).browser())?.close()
      for (const socket of sockets.clients) socket.terminate()
    },
  }
}
