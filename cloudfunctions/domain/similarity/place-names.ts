/**
 * Names of places that people write, by the words they end in; without a dictionary or a map. Good enough to bring two
 * calls about one estate together, no address: who needs one asks for it.
 */
const endings =
  '街道|小区|社区|花园|花苑|家园|嘉园|公馆|新城|新村|名邸|华府|公寓|广场|中学|小学|幼儿园|学院|大学|医院|市场|公园|工业园|车站|大道|大桥|大厦|搅拌站|工地|水库|卫生院|敬老院|垃圾站|华庭|国际城|苑|园|湾|村|镇|路|(?<!临)街|巷|桥'

/** Words before a name that are no part of it. */
const before =
  /^.*(?:请求|反映|投诉|举报|关于|咨询|建议|希望|位于|座落|坐落|住在|家住|附近|旁边|对面|我们|这里|还有|以及|影响|开展|配合|寻求|规划|修建|建设|设置|解决|开通|增加|违法|严重|公共|配套|按照|政府|的|在|是|到|对|从|由|和|与|了|请|给|向|有|至|住|为|及|个|被|把|就|都|也|年|月|日)(?=.)/

const wholeName = new RegExp(
  `[\\u4e00-\\u9fa5a-zA-Z0-9]{1,14}?(?:${endings})(?![\\u4e00-\\u9fa5]{0,1}(?:${endings}))`,
  'g',
)
const region = /[A-Za-z]\d{0,2}(?:市|区|县)/g
const ending = new RegExp(`(?:${endings})$`)
const unnamed =
  /^(?:我|本|该|贵|整|各|全|某|多|每|这|那|一|两|几|哪|此|小|老|新|旧|大|农|乡|城|道|公|马|铁|高速|上|下|出|回|进|过|修|走|沿|条|主|支|个|号|期|里|外|内|边|门|人)*$/

/** In the order of their appearance, each once: at least two characters and an ending. Coded regions are left out; 春晓花园小区 is 春晓花园. */
export function placeNames(text: string): string[] {
  const names = new Set<string>()
  for (const [match] of text.replace(region, '，').matchAll(wholeName)) {
    const name = match.replace(before, '').replace(/^\d+/, '')
    const own = name.replace(ending, '')
    if (own.length < 2 || own.length > 8 || unnamed.test(own)) continue
    names.add(name.replace(/(?<=.{3})(?:小区|社区)$/, ''))
  }
  return [...names]
}
