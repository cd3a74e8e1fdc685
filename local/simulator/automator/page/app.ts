import type { PageHandle } from '../../runtime/phone'
import { forwardLog } from './events'
import { mockWxMethod } from './mock'
import { type Automated, type Domain, plain } from './protocol'

/** App.* of the protocol, but for captureScreenshot and exit, which the server answers. */
export const appDomain = {
  getCurrentPage(_: unknown, { phone }: Automated) {
    const page = phone.currentPage()
    if (page === null) throw new Error('no page is open')
    return describePage(page)
  },
  getPageStack: (_: unknown, { phone }: Automated) => ({ pageStack: phone.pageStack().map(describePage) }),
  async callWxMethod(
    { method, args, pluginId }: { method: string; args?: unknown[]; pluginId?: string },
    { phone }: Automated,
  ) {
    refusePlugin(pluginId)
    return { result: plain(await phone.callWxMethod(method, args ?? [])) }
  },
  async mockWxMethod(
    params: Parameters<typeof mockWxMethod>[0] & { pluginId?: string },
    { phone }: Automated,
  ) {
    refusePlugin(params.pluginId)
    await mockWxMethod(params, phone)
    return {}
  },
  async callFunction(
    { functionDeclaration, args }: { functionDeclaration: string; args?: unknown[] },
    { phone }: Automated,
  ) {
    return { result: plain(await phone.evaluate(functionDeclaration, args ?? [])) }
  },
  async addBinding({ name }: { name: string }, { phone, tell }: Automated) {
    const call = (...args: unknown[]): void => tell('App.bindingCalled', { name, args: plain(args) })
    await phone.evaluate('(name, call) => { globalThis[name] = call }', [name, call])
    return {}
  },
  enableLog(_: unknown, automated: Automated) {
    forwardLog(automated)
    return {}
  },
} satisfies Domain

function describePage({ id, path, query }: PageHandle): Record<string, unknown> {
  return { pageId: id, path, query }
}

function refusePlugin(pluginId: string | undefined): void {
  if (pluginId !== undefined) throw new Error('this phone runs no plugins')
}
