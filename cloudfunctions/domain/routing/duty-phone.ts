import type { Directory } from '../../../typings/contract/directory'
import { indexDirectory } from './index-directory'

/** A mobile number, or a landline with its area code. */
export const dutyPhonePattern = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/

/** 值班电话 of a post; undefined where it has none. */
export const dutyPhoneOf = (postId: string | undefined, directory: Directory): string | undefined =>
  postId === undefined ? undefined : indexDirectory(directory).posts.get(postId)?.dutyPhone

/** The number a text message to this post goes to: a landline takes none. */
export function dutyMobileOf(postId: string | undefined, directory: Directory): string | undefined {
  const phone = dutyPhoneOf(postId, directory)
  return phone?.startsWith('1') ? phone : undefined
}
