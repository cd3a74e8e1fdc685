import type { OpenApiHandler } from './open-api'
import { WX, WxError } from './wx-error'

/** What a word makes of a text. Labels: 10001 广告, 20003 辱骂, 20006 违法犯罪, 20008 欺诈 (official-doc). */
export interface WordRule {
  suggest: 'review' | 'risky'
  label: number
}

/** Invented, for the stage; WeChat's own model is nobody's to copy. */
export const defaultWords: Readonly<Record<string, WordRule>> = {
  赌博网站: { suggest: 'risky', label: 20006 },
  代开发票: { suggest: 'risky', label: 20008 },
  刷单返利: { suggest: 'risky', label: 20008 },
  王八蛋: { suggest: 'risky', label: 20003 },
  加我微信: { suggest: 'review', label: 10001 },
  扫码领红包: { suggest: 'review', label: 10001 },
}

/** Characters; source: msgSecCheck, content (official-doc). */
const CONTENT_MAX = 2_500
/** ms since the person last used the mini-program; source: msgSecCheck, openid (official-doc). */
const ACTIVE_MS = 2 * 3_600_000
const PASS_LABEL = 100

/** `security.msgSecCheck`, version 2. */
export const msgSecCheck: OpenApiHandler = {
  mark: 'official-doc',
  answer({ openid, scene, version, content }, { words, lastSeen, now, newId }) {
    if (Number(version) !== 2) throw new WxError(WX.formatError, 'only version 2 is answered here')
    if (typeof openid !== 'string' || openid === '') throw new WxError(WX.invalidOpenid, 'invalid openid')
    if (![1, 2, 3, 4].includes(Number(scene))) throw new WxError(WX.invalidScene, 'invalid scene')
    if (typeof content !== 'string' || content === '' || [...content].length > CONTENT_MAX) {
      throw new WxError(WX.formatError, `content must have 1 to ${CONTENT_MAX} characters`)
    }
    const seen = lastSeen(openid)
    if (seen === undefined || now() - seen > ACTIVE_MS) throw new WxError(WX.notActive, 'code is expired')

    const found = Object.entries(words).filter(([word]) => content.includes(word))
    const worst = found.find(([, rule]) => rule.suggest === 'risky') ?? found[0]
    const verdict = worst?.[1] ?? { suggest: 'pass', label: PASS_LABEL }
    const keywords = found.map(([word, rule]) => ({
      strategy: 'keyword',
      errcode: 0,
      ...rule,
      keyword: word,
      level: 90,
    }))
    return {
      errcode: 0,
      errmsg: 'ok',
      detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }, ...keywords],
      trace_id: newId(),
      result: verdict,
    }
  },
}
