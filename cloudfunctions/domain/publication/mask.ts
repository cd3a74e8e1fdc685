import { leaks } from '../reply-check/reply-words'

export interface Masking {
  /** Words hidden wherever they stand: what the caller said of themselves, and what the reviewer saw. */
  words: readonly string[]
  /** The caller's own text: a landline in it is somebody's, in a reply it is the office's. */
  ofCaller?: boolean
}

export interface Masked {
  text: string
  hidden: readonly { what: string; count: number }[]
}

interface Pattern {
  what: string
  pattern: RegExp
  /** What is put there; `［what］` where nothing else is said. */
  instead?: string
}

const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]'

/** What people write of people beside what a reply is checked for. A name too many hidden costs less than one shown. */
const more: readonly Pattern[] = [
  { what: '邮箱', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  {
    what: '微信或QQ号',
    pattern: /(?:微信|ＱＱ|QQ|V信|VX|vx|wx)(?:号码?|群)?\s*[：:为是]?\s*[A-Za-z0-9_-]{5,20}/gi,
  },
  {
    what: '姓名',
    pattern: new RegExp(
      `(?<=我叫|我名叫|名叫|本人叫|姓名[：:为是]?|联系人[：:为是]?|户主[：:为是]?|房东[：:为是]?)${surname}(?!某)[一-龥]{1,2}(?=[，。、,；;（(\\s]|$|电话|手机|住|家|是|今年)`,
      'g',
    ),
  },
  {
    what: '姓名',
    pattern: new RegExp(
      `${surname}(?!某)[一-龥]{0,2}(?=先生|女士|小姐|阿姨|大爷|大妈|师傅|老师|医生|主任|书记|经理|老板|同学)`,
      'g',
    ),
    instead: '某',
  },
]

const landline: Pattern = {
  what: '电话',
  pattern: /(?<!\d)(?:0\d{2,3}[- ]?)?[2-8]\d{6,7}(?!\s*[\d元万块])/g,
}

/** Names, numbers, plates, ids and house numbers out of a text that everybody may read. Masking twice changes nothing. */
export function mask(text: string, { words, ofCaller = false }: Masking): Masked {
  const hidden = new Map<string, number>()
  let masked = text
  const hide = ({ what, pattern, instead = `［${what}］` }: Pattern) => {
    masked = masked.replace(pattern, () => {
      hidden.set(what, (hidden.get(what) ?? 0) + 1)
      return instead
    })
  }
  for (const word of [...words].sort((a, b) => b.length - a.length))
    if (word.length > 0)
      hide({ what: '指定的字', pattern: new RegExp(escaped(word), 'g'), instead: '［隐去］' })
  for (const one of [...leaks, ...more, ...(ofCaller ? [landline] : [])]) hide(one)
  return { text: masked, hidden: [...hidden].map(([what, count]) => ({ what, count })) }
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
