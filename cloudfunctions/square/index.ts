import { serve } from '../platform/serve'
import { get, list, places } from './read'

/** 公开: what everybody may read, logged in or not. */
export const main = serve('square', [list, get, places])
