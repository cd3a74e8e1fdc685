import { builtins } from '../components/table'
import type { WxFamily } from './family'

/** `api[.…]` or `component[.attribute[.value]]`; of APIs this phone knows no options, of attributes no values. */
export const canIUse: WxFamily = (phone) => ({
  canIUse(schema: string): boolean {
    const [name = '', attribute] = schema.split('.')
    const component = builtins.find(({ tag }) => tag === name)
    if (!component) return name in phone.wx
    const property = attribute?.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return property === undefined || property in component.properties || /^(bind|catch)/.test(property)
  },
})
