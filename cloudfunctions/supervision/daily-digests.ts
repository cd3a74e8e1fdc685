import { z } from 'zod'
import type { DigestsOutput } from '../../typings/contract/audit'
import { operation } from '../platform/operation'
import { listDigests } from '../platform/stores/digest-store'

/** 每天的防篡改校验码,新的在前:谁都能看,谁都能抄一份。 */
export const dailyDigests = operation('supervision.dailyDigests', {
  forAnybody: true,
  input: z.object({ limit: z.int().positive().max(400).default(7) }),
  async run({ input }): Promise<DigestsOutput> {
    const digests = await listDigests(input.limit)
    return { days: digests.map(({ _id: _day, growthsFileId: _growths, ...told }) => told) }
  },
})
