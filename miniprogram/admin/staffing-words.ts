import type { StaffedPost, UnitPage } from '../../typings/contract/staffing'
import { dayWords, momentWords } from '../services/people-time'

/** A post as the page draws it. */
export interface PostCard {
  postId: string
  letter: 'A' | 'B'
  title: string
  holder: string
  vacant: boolean
  dutyPhone: string
  /** On leave, or waiting for somebody who was asked. */
  lines: string[]
  invited: boolean
}

export function postCard(post: StaffedPost, now: number): PostCard {
  const { postId, role, title, holderName, dutyPhone = '', away, invited } = post
  return {
    postId,
    letter: role === 'contact' ? 'A' : 'B',
    title,
    holder: holderName ?? '空缺',
    vacant: holderName === undefined,
    dutyPhone,
    lines: [
      away ? `${dayWords(away.from)}起请假${away.to === undefined ? '' : `，${dayWords(away.to)}返岗`}` : '',
      invited ? `已请${invited.name}上岗，等对方输入上岗码（${momentWords(invited.until, now)} 前有效）` : '',
    ].filter(Boolean),
    invited: invited !== undefined,
  }
}

const many = (count: number): string => (count >= 100 ? '100 多件' : `${count} 件`)

/** What becomes of the open work once nobody holds this post, said before it is done. */
export function leavingWords(
  post: StaffedPost,
  { posts, handling }: Pick<UnitPage, 'posts' | 'handling'>,
): string {
  if (post.holderName === undefined) return '还没有人上岗，收回以后那个上岗码就不能用了。'
  const deputy = posts.find(({ role }) => role === 'deputy')?.holderName ?? 'B 角'
  const who = `${post.holderName}从此看不到单位的诉求。`
  if (post.ifVacant === 'deputy') return `${who}在办的 ${many(handling)}由 B 角${deputy}接着办，时限不变。`
  if (post.ifVacant === 'centre')
    return `${who}这个单位就没有人在岗了：在办的 ${many(handling)}由区民呼我应中心收回改派，新的也派不进来，直到有人上岗。`
  return `${who}在办的 ${many(handling)}仍由 A 角办。没有 B 角，A 角请假时就没有人接。`
}

/** What asking somebody new means for whoever is there. */
export const invitingWords = ({ holderName }: StaffedPost): string =>
  holderName === undefined
    ? '对方输入上岗码以后，这个岗位就由对方担任，在办的诉求跟着岗位走。'
    : `对方输入上岗码以前，仍由${holderName}担任；输入以后换成对方，在办的诉求跟着岗位走，时限不变。`
