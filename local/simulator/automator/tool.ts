import type { WebSocket } from 'ws'
import type { HeadlessPhone } from './headless-phone'

/** A person who can be chosen, as Tool.getTestAccounts names them. */
export interface Account {
  nickName: string
  openid: string
}

interface Surroundings {
  socket: WebSocket
  opening: Promise<HeadlessPhone>
  accounts: readonly Account[]
  tell(event: string, params: unknown): void
}

/** Without this the package's `remote()` would listen for the event only after it was told. ms */
const AFTER_THE_REPLY = 50

/** What the server answers without asking the phone's window: Tool.* and the screen. */
export function toolDomain({
  socket,
  opening,
  accounts,
  tell,
}: Surroundings): Readonly<Record<string, (params: unknown) => unknown>> {
  return {
    'Tool.close'() {
      setTimeout(() => socket.close(1000, 'closed by Tool.close'), AFTER_THE_REPLY)
      return {}
    },
    /** There is no device to wait for: the phone being driven is the one that is debugged. */
    'Tool.enableRemoteDebug'() {
      setTimeout(() => tell('Tool.onRemoteDebugConnected', {}), AFTER_THE_REPLY)
      return {}
    },
    'Tool.getTestAccounts': () => ({ accounts }),
    async 'Tool.stopAudits'() {
      const audits = (await (await opening).ask('Tool.audits', {})) as Record<string, unknown>
      const text = JSON.stringify(audits, null, 2)
      return { data: text, report: `<!doctype html><meta charset="utf-8"><pre>${escape(text)}</pre>` }
    },
    async 'App.captureScreenshot'() {
      return { data: (await (await opening).screenshot()).toString('base64') }
    },
    async 'App.exit'() {
      await (await opening).ask('Tool.hideApp', {})
      return {}
    },
  }
}

function escape(text: string): string {
  return text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
}
