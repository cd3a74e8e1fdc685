import type { ConsentAnswer, ConsentInput, ConsentOffer } from '../../typings/contract/notification'
import { ask, newCommandId, sentenceOf } from './cloud'

/** Templates of one question; WeChat's own limit. */
const askedMost = 3

/** What came of asking, in a sentence. */
export interface Asked {
  offers: readonly ConsentOffer[]
  accepted: boolean
  words: string
}

/** WeChat answers acceptWithAudio and the like to some; all of them are a yes. */
const answerOf = (said: string): ConsentAnswer =>
  said.startsWith('accept') ? 'accept' : said === 'ban' || said === 'filter' ? said : 'reject'

/** 20004: reminders are switched off in WeChat altogether. */
const switchedOff = 20004

/**
 * Asks in WeChat and tells our ledger. Must be called in the tap itself: WeChat asks at no other time.
 * @param offers of one kind, one-time or lasting: WeChat mixes none.
 */
export async function askConsents(offers: readonly ConsentOffer[], who: ConsentInput): Promise<Asked> {
  const asked = offers.slice(0, askedMost)
  const said = await wx
    .requestSubscribeMessage({ tmplIds: asked.map(({ templateId }) => templateId) })
    .catch((error: { errCode?: number }) => error)
  if (!('errMsg' in said) || !said.errMsg.endsWith(':ok'))
    return { offers, accepted: false, words: troubleOf(said) }
  const told = said as unknown as Record<string, string>
  const answers = Object.fromEntries(
    asked.flatMap(({ templateId }) => {
      const answer = told[templateId]
      return answer === undefined ? [] : [[templateId, answerOf(answer)] as const]
    }),
  )
  const accepted = Object.values(answers).includes('accept')
  try {
    const page = await ask('tickets.answerConsents', { ...who, promptId: newCommandId(), answers })
    const words = accepted ? yes(asked) : '没有开通。每一步进展，都能在“我的 → 消息”里看到。'
    return { offers: page.offers, accepted, words }
  } catch (error) {
    return { offers, accepted: false, words: sentenceOf(error) }
  }
}

const yes = ([first]: readonly ConsentOffer[]): string =>
  first?.lasting
    ? '开通了。急的马上提醒您，不急的每天早上合成一条。'
    : '好的。有进展、有结果时，微信各提醒您一次；看过以后可以再点一次续上。'

function troubleOf(error: object): string {
  return 'errCode' in error && error.errCode === switchedOff
    ? '微信里的订阅消息总开关是关着的。打开：右上角“…”→ 设置 → 通知管理。'
    : '这次没有问成，请再点一次。进展在“我的 → 消息”里都能看到。'
}
