import type { ConsentOffer, Fate, NoticeChannel, NoticeState } from '../../typings/contract/notification'
import { momentWords } from './people-time'

const channelWords: Record<NoticeChannel, string> = { weChat: '微信', sms: '短信', phone: '电话' }

const stateWords: Record<NoticeState, string> = {
  waiting: '等着发',
  attempting: '正在发',
  accepted: '已发出，还不知道收到没有',
  delivered: '已送达',
  refused: '被拒收',
  failed: '没有发成',
  uncertain: '不确定是否送到，不会重复发',
  skipped: '已在小程序里看过，不用再发',
  open: '会有人打电话告知',
  reached: '已打通',
  unreached: '多次没有打通',
}

/** Codes of ours, of WeChat and of gateways that people can do something about. */
const codeWords: Readonly<Record<string, string>> = {
  noConsent: '没有开通提醒',
  '43101': '没有同意接收',
  noAddress: '没有绑定微信',
  notConfigured: '还没有开通短信',
  noNumber: '没有留电话',
  noDutyPhone: '没有登记值班手机',
  NO_SUCH_NUMBER: '空号',
  PHONE_OFF: '关机或停机',
  noAnswer: '发短信的系统没有回应',
  cutOff: '发送时中断',
  capped: '今天的短信已经发满，合成一条提醒了',
}

export interface FateWords {
  words: string
  /** Reached somebody, still may, or didn't. */
  tone: 'good' | 'pending' | 'bad'
}

const tones: Record<NoticeState, FateWords['tone']> = {
  waiting: 'pending',
  attempting: 'pending',
  accepted: 'pending',
  delivered: 'good',
  refused: 'bad',
  failed: 'bad',
  uncertain: 'bad',
  skipped: 'good',
  open: 'pending',
  reached: 'good',
  unreached: 'bad',
}

/** 微信被拒收（没有同意接收）. */
export function fateWords({ channel, state, code, dueAt }: Fate, now: number): FateWords {
  const end = tones[state] === 'bad'
  const why = end && code !== undefined ? codeWords[code] : undefined
  const when =
    state === 'waiting' && dueAt !== undefined && dueAt > now ? `，${momentWords(dueAt, now)}发` : ''
  const said =
    channel === 'phone' && state === 'open' ? stateWords.open : `${channelWords[channel]}${stateWords[state]}`
  return { words: `${said}${when}${why ? `（${why}）` : ''}`, tone: tones[state] }
}

/** What our ledger says is left, in one line; empty where nothing is offered. */
export function budgetWords(offers: readonly ConsentOffer[]): string {
  return offers
    .map(({ title, lasting, left }) => {
      if (lasting) return `${title}：${left > 0 ? '已开通' : '没有开通'}`
      return `${title}：${left > 0 ? `还可以发 ${left} 次` : '要再开通才会发'}`
    })
    .join('；')
}
