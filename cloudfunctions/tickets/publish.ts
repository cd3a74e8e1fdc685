import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 公开:隐去还认得出人的字,选出能公开的照片。 */
export const publish = command('publish', z.object({ ...onTicket, ...shapes.publication }))
