import type { PhoneHost } from '../../runtime/host'
import { asApi } from './as-api'

interface Mock {
  method: string
  result?: unknown
  functionDeclaration?: string
  args?: unknown[]
}

/**
 * Lets a function, or a fixed result, stand for `wx[method]`; with neither, the real one is back. A function is called
 * with the caller's arguments and then `args`; `this.origin` is the real method.
 */
export async function mockWxMethod(mock: Mock, phone: PhoneHost): Promise<void> {
  const { method, functionDeclaration, args = [] } = mock
  phone.restoreWxMethod(method)
  if (functionDeclaration !== undefined) {
    const origin = phone.wx[method]
    const stand = (await phone.evaluate(`() => (${functionDeclaration})`, [])) as (
      ...args: unknown[]
    ) => unknown
    const called = (...given: unknown[]): unknown => stand.apply({ origin }, [...given, ...args])
    phone.mockWxMethod(method, asApi(method, called))
  } else if ('result' in mock) {
    phone.mockWxMethod(
      method,
      asApi(method, () => mock.result),
    )
  }
}
