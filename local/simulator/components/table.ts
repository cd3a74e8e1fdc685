import type { Builtin } from '../runtime/builtin'
import { view } from './view'

/** Every built-in component this phone has. What is not here fails by its name, when compiled and when drawn. */
export const builtins: readonly Builtin[] = [view]
