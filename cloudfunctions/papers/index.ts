import { serve } from '../platform/serve'
import { report } from './report'
import { ticket } from './ticket'

/** 文书: files to be printed or handed on. A function of its own, since only it carries a font of 10 MB and needs time. */
export const main = serve('papers', [ticket, report])
