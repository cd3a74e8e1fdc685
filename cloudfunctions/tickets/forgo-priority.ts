import { z } from 'zod'
import { command } from '../platform/command'
import { byCaller } from './shapes'

/** 收回优先:不再让办的人看到自己是老年人、残疾人等;已经答应的时间不变。 */
export const forgoPriority = command('forgoPriority', z.object(byCaller))
