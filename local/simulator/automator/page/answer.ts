import type { PhoneHost } from '../../runtime/host'
import { appDomain } from './app'
import { audits } from './audits'
import { elementDomain } from './element'
import { ElementIds } from './element-ids'
import { forwardExceptions } from './events'
import { native } from './native'
import { pageDomain } from './page'
import type { Automated, Domain } from './protocol'

const domains: Readonly<Record<string, Domain>> = {
  App: appDomain,
  Page: pageDomain,
  Element: elementDomain,
  Tool: {
    getInfo: (_: unknown, { phone: own }: Automated) => ({ SDKVersion: own.device.sdkVersion }),
    native,
    audits,
    hideApp: (_: unknown, { phone: own }: Automated) => own.hideApp(),
  },
}

declare global {
  interface Window {
    phone: PhoneHost
    /** The server's ear, bound before the page loads. */
    automatorEvent(event: string, params: unknown): void
    automatorAnswer(method: string, params: unknown): Promise<unknown>
  }
}

const { phone } = window
const automated: Automated = {
  phone,
  elements: new ElementIds(phone),
  tell: (event, params) => window.automatorEvent(event, params),
}
forwardExceptions(automated)

window.automatorAnswer = async (method, params) => {
  const [domain = '', name = ''] = method.split('.')
  const answer = domains[domain]?.[name]
  if (answer === undefined) throw new Error(`${method} is not answered by this phone`)
  try {
    return (await answer(params as never, automated)) ?? {}
  } catch (reason) {
    // An API's failure is a plain object with its errMsg.
    throw reason instanceof Error ? reason : new Error(failureWords(reason))
  }
}

function failureWords(reason: unknown): string {
  const { errMsg } = (reason ?? {}) as { errMsg?: string }
  return errMsg ?? JSON.stringify(reason) ?? String(reason)
}
