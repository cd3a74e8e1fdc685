/** What names or reaches a person, as people write it; a name too many hidden costs less than one shown. */
export interface Pattern {
  what: string
  pattern: RegExp
  /** What is put there; `［what］` where nothing else is said. */
  instead?: string
}

/** What people put between the digits of a number so that it can be read, or so that no pattern finds it. */
const gap = '[ \\u3000\\t.·*,，、_—–-]{0,3}'
const digit = `${gap}\\d`
const notAfterDigit = '(?<![\\d.])'
const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const plateGap = '[ \\u3000·.．•-]?'

/** Longest first: a part of an identity number reads as a telephone's. */
export const numbers: readonly Pattern[] = [
  {
    what: '身份证号',
    pattern: new RegExp(
      `${notAfterDigit}[1-9](?:${digit}){5}${gap}(?:1${gap}9|2${gap}0)(?:${digit}){9}${gap}[\\dXx](?![\\dXx])`,
      'g',
    ),
  },
  {
    // The fifteen digits of before 1999.
    what: '身份证号',
    pattern: /(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g,
  },
  { what: '证件号', pattern: /(?<![A-Za-z])(?:[EGPSDHMegpsdhm][A-Za-z]?)\d{8}(?!\d)/g },
  {
    what: '手机号',
    pattern: new RegExp(
      `${notAfterDigit}(?:(?:\\+|00)?86${gap})?1${gap}[3-9](?:${digit}){9}(?!\\d|\\.\\d)`,
      'g',
    ),
  },
  { what: '手机号', pattern: /[一幺壹][三四五六七八九叁肆伍陆柒捌玖][〇零一二三四五六七八九幺两]{9}/g },
  {
    // A new-energy plate has six behind the city's letter; police, coaches, border and temporary ones end or begin in a word.
    what: '车牌号',
    pattern: new RegExp(
      `(?:WJ${plateGap})?${province}${plateGap}[A-Za-z]${plateGap}(?:临|试)?${plateGap}(?:[A-Za-z0-9]${plateGap}){3,4}[A-Za-z0-9](?:[A-Za-z0-9]|${plateGap}[挂学警港澳领])?(?![A-Za-z0-9])`,
      'g',
    ),
  },
]

const surname =
  '(?:欧阳|司马|上官|诸葛|皇甫|东方|尉迟|公孙|慕容|令狐|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文肖严游申向谷翟阮柯柳祝樊霍耿岳牛骆欧喻聂莫鲁葛梅殷庞倪舒])'

const titles =
  '先生|女士|小姐|阿姨|大爷|大妈|大叔|大姐|大哥|大嫂|叔叔|伯伯|奶奶|爷爷|婆婆|师傅|老师|医生|护士|主任|书记|经理|老板|老板娘|同学|同志|队长|所长|局长|科长|站长|村长|组长|校长|厂长'

const end =
  '(?=[，。、！？；：;,!?（(）)“”"\\s]|$|电话|手机|住|家|是|今年|说|和|与|把|把他|打|骂|养|经常|天天|总是|的)'

export const names: readonly Pattern[] = [
  {
    what: '姓名',
    pattern: new RegExp(
      `(?<=我叫|名叫|本人叫|(?:姓名|联系人|户主|房东|邻居|住户|司机|男子|女子|妻子|丈夫|儿子|女儿|父亲|母亲|负责人)(?:叫|是|为|[：:])?)${surname}(?!某)[一-龥]{1,2}${end}`,
      'g',
    ),
  },
  { what: '姓名', pattern: new RegExp(`${surname}(?!某)[一-龥]{0,2}(?=${titles})`, 'g'), instead: '某' },
  {
    what: '姓名',
    pattern: new RegExp(
      `(?<=(?:^|[^一-龥]|隔壁|楼上|楼下|邻居|对门|那个|的|找|问|是|和|叫)[老小])${surname}(?=[，。、！？；：;,!?\\s]|$|家|说|住|他|她)`,
      'g',
    ),
    instead: '某',
  },
]

export const accounts: readonly Pattern[] = [
  { what: '邮箱', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  {
    what: '微信或QQ号',
    pattern: /(?:微信|QQ|V信|VX|vx|wx)(?:号码?|群)?\s*[：:为是]?\s*[A-Za-z0-9_-]{5,20}/gi,
  },
]

const count = '[\\d一二三四五六七八九十]{1,4}'

export const doors: readonly Pattern[] = [
  {
    what: '门牌住址',
    pattern: new RegExp(
      `${count}\\s*(?:栋|幢|号楼|座)\\s*[-，, ]?\\s*(?:${count}\\s*单元\\s*[-，, ]?\\s*)?[\\d零〇一二三四五六七八九]{3,4}\\s*(?:室|房|号)?(?![\\d平米元户人万年])`,
      'g',
    ),
  },
  {
    what: '门牌住址',
    pattern: new RegExp(
      `${count}\\s*单元\\s*[\\d零〇一二三四五六七八九]{3,4}\\s*(?:室|房|号)?(?![\\d平米元户人万年])`,
      'g',
    ),
  },
  { what: '门牌住址', pattern: /(?<![\d-])\d{1,2}-\d{1,2}-\d{3,4}(?:室|房|号)?(?![\d-])/g },
  {
    what: '门牌住址',
    pattern: new RegExp(`(?<=巷|弄|胡同|组)${count}\\s*号(?!门(?!口)|[楼院桥井灯线口])`, 'g'),
  },
]

/** In the caller's own text: a landline in it is somebody's, in a reply it is the office's. */
export const landlines: readonly Pattern[] = [
  { what: '电话', pattern: /(?<!\d)(?:0\d{2,3}[- ]?)?[2-8]\d{6,7}(?!\s*[\d元万块]|-\d{4})/g },
]
