import type { Behalf } from '../../../typings/contract/behalf'
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

/** To a post that has had its text messages for the day: the rest is where it always is. */
export const smsForTheRest = (tenantName: string, most: number): string =>
  `【${tenantName.slice(0, 16)}】今天的工单短信已满 ${most} 条，其余的不再逐条发，请到微信小程序“消息”里看。`

const who: Record<Behalf['relation'], string> = { family: '家人', neighbour: '邻居', gridWorker: '网格员' }

/** 代办: the same to whoever was called for, who has the code from the one who called. */
export const smsForHelped = (
  { title, number }: Pick<Message, 'title' | 'number'>,
  tenantName: string,
  relation: Behalf['relation'],
): string =>
  `【${tenantName.slice(0, 16)}】${who[relation]}替您反映的事${number ?? ''}${title.slice(0, 10)}，凭查询码在微信小程序看。`
