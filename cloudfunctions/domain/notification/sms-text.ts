import type { Message } from '../../../typings/contract/messages'

/** One text message of at most 70 characters: that there is something, never what; phones lie on tables. */
export const smsText = ({ title, number }: Pick<Message, 'title' | 'number'>, tenantName: string): string =>
  `【${tenantName.slice(0, 16)}】您的诉求${number ?? ''}${title.slice(0, 10)}，请在微信小程序里查看。`
