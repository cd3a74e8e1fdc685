import type { Warning } from '../../../typings/contract/supervision'
import { db, insertNew } from '../cloud'
import { beyond, cursorAfter } from './key-page'

/** Each once a week: what is known already stays as it was first said. @returns how many are new. */
export const keepWarnings = (warnings: readonly Warning[]): Promise<number> => insertNew('warnings', warnings)

/** Newest first. */
export async function listWarnings(
  limit: number,
  cursor?: string,
): Promise<{ warnings: Warning[]; cursor?: string }> {
  const { data } = await db
    .collection('warnings')
    .where(beyond({}, { by: 'at', direction: 'desc' }, cursor))
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  const warnings = data as Warning[]
  return { warnings, ...cursorAfter(warnings, limit, ({ at }) => at) }
}
