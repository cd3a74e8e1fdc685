import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 并单:并入同一件事的另一件诉求。 */
export const merge = command('merge', z.object({ ...onTicket, parentId: shapes.id, text: shapes.reason }))
