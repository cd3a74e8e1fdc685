import type { DirectoryChange } from '../../typings/contract/administration'
import type { Directory } from '../../typings/contract/directory'
import { refuse } from '../domain/errors'
import { checkDirectory } from '../domain/routing/check-directory'
import type { CallContext } from '../platform/operation'
import { changeDirectory, forgetDirectory } from '../platform/stores/directory-store'

const changed = '目录刚刚被别人改过，这次没有保存。请看看最新的，再改一次。'

/** @returns the admin's post */
export const guardAdmin = ({ caller }: Pick<CallContext<unknown>, 'caller'>): string =>
  caller.posts.find(({ role }) => role === 'admin')?._id ?? refuse('NOT_ALLOWED')

/** An admin, who has seen the directory as it is. */
export function guardChange(context: CallContext<{ directoryVersion: number }>): void {
  guardAdmin(context)
  if (context.input.directoryVersion === context.directory.version) return
  // This instance may be the one that is behind: the next call looks again.
  forgetDirectory()
  refuse('VERSION_CONFLICT', 'input.directoryVersion', changed)
}

export interface Change {
  what: DirectoryChange['what']
  collection: string
  row: { _id: string } & Record<string, unknown>
  /** In a sentence; the row's id where there is none. */
  text?: string
}

/** Checks the whole directory as it would be, and keeps the row with who changed it, when, and what. */
export async function saveChange(
  context: CallContext<unknown>,
  next: Directory,
  { what, collection, row, text = row._id }: Change,
): Promise<{ directoryVersion: number }> {
  const [problem] = checkDirectory(next)
  if (problem) refuse('DIRECTORY_INVALID', 'input.row', `没有保存：${problem.message}（${problem.path}）`)
  const change = { at: context.now, by: guardAdmin(context), what, text: text.slice(0, 300) }
  const directoryVersion = await changeDirectory(context.directory.version, collection, row, change)
  forgetDirectory()
  return {
    directoryVersion: directoryVersion ?? refuse('VERSION_CONFLICT', 'input.directoryVersion', changed),
  }
}
