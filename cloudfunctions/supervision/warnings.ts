import { z } from 'zod'
import type { WarningList } from '../../typings/contract/supervision'
import { operation } from '../platform/operation'
import { listWarnings } from '../platform/stores/warning-store'
import { guardReader } from './counted'

/** 预警,新的在前:每天夜里算一次,同一件事一周只报一次。 */
export const warnings = operation('supervision.warnings', {
  input: z.object({
    cursor: z.string().max(300).optional(),
    limit: z.int().positive().max(100).default(20),
  }),
  async run(context): Promise<WarningList> {
    guardReader(context)
    const { input, now } = context
    return { ...(await listWarnings(input.limit, input.cursor)), now }
  },
})
