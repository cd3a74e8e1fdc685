import type { template } from 'glass-easel'
import type { BundleRest } from '../compiler/bundle'
import type { CompiledModule } from './modules'

/** What the compiled script hands to `phoneBundle`. */
export interface CompiledApp {
  modules: Readonly<Record<string, CompiledModule>>
  /** Given the WXS surroundings, makes the generators of all templates. */
  templates: (
    eventListener: template.EventListenerWrapper,
    changeFilter: template.ChangePropFilter,
    constructorOf: (value: unknown) => string | undefined,
    getRegExp: (pattern: string, flags?: string) => RegExp,
    getDate: (...parts: [number] | []) => Date,
  ) => template.ComponentTemplate['groupList'] & object
  rest: BundleRest
}
