import type { Message } from '../../../typings/contract/messages'

/** One text message of at most 70 characters: that there is something, never what; phones lie on tables. */
export function smsText(
  { title, number, postId }: Pick<Message, 'title' | 'number' | 'postId'>,
  tenantName: string,
): string {
  const sender = `【${tenantName.slice(0, 16)}】`
  const matter = `${number ?? ''}${title.slice(0, 10)}`
  return postId === undefined
    ? `${sender}您的诉求${matter}，请在微信小程序里查看。`
    : `${sender}工单${matter}，请到微信小程序里办理。`
}
