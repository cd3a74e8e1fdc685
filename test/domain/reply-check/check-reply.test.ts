import { expect, test } from 'vitest'
import { checkReply } from '../../../cloudfunctions/domain/reply-check/check-reply'

const asked = {
  subject: '春晓花园楼下烧烤店油烟扰民',
  detail: '春晓花园三栋楼下烧烤店油烟直排，窗户不敢开。',
}
const good =
  '您好！您反映的春晓花园烧烤店油烟问题，我局执法人员已于2026年3月4日到现场核查，该店未按《大气污染防治法》第八十一条安装油烟净化设施，已责令3月15日前整改并安装专用烟道，我们将复查。咨询电话：0571-00000000。感谢您的反映。'

test('a reply that answers has nothing to be said about', () => {
  const check = checkReply(good, asked)
  expect(check.findings).toEqual([])
  expect(check.names).toEqual(['measure', 'date', 'person', 'rule'])
})

test.each([
  ['handed on', '您好！您反映的问题已转相关部门处理，敬请关注后续回复，谢谢！', 'template'],
  ['received', '您好，来信已收悉。感谢您的关心与支持！', 'template'],
  [
    'only thanks and formal parts',
    '网友：您好！您的留言已收悉。现将有关情况回复如下：感谢您对我们工作的支持、理解与监督！',
    'template',
  ],
  [
    'of another matter',
    '您好！您咨询的养老保险关系转移接续，请携带身份证到参保地社保经办窗口开具缴费凭证，已开通网上办理渠道，十五个工作日内办结。感谢您的来信。',
    'offTopic',
  ],
  [
    'without measure, date, person or rule',
    '您好！春晓花园烧烤店的油烟问题确实给大家带来了不便，对此我们表示理解，希望大家互相体谅，共同维护良好的居住环境。感谢您的反映。',
    'noSubstance',
  ],
])('a reply %s', (_, reply, kind) => {
  expect(checkReply(reply, asked).findings.map((finding) => finding.kind)).toContain(kind)
})

test.each([
  ['手机号', `${good}店主电话13812345678。`, '13812345678'],
  ['身份证号', `${good}店主身份证330106199001011234。`, '330106199001011234'],
  ['车牌号', `${good}送货车浙A12345已处罚。`, '浙A12345'],
  ['姓名', `${good}投诉人李晓明，已回访。`, '李晓明'],
  ['门牌住址', `${good}经走访3栋1单元502室。`, '3栋1单元502室'],
])('points at somebody’s %s', (what, reply, leaked) => {
  const leak = checkReply(reply, asked).findings.find(({ kind }) => kind === 'leak')
  expect(leak && reply.slice(leak.start, leak.end)).toBe(leaked)
  expect(leak?.advice).toContain(what)
})

test.each([
  ['an office’s own line', '咨询电话：0571-88888888，或拨打12345。'],
  ['a masked name', '投诉人李某，已当面答复。'],
  ['a document’s number', '依据杭政办〔2020〕15号文件办理。'],
  ['an area', '该地块面积12栋共3000平方米。'],
])('does not call %s a leak', (_, words) => {
  expect(checkReply(`${good}${words}`, asked).findings.filter(({ kind }) => kind === 'leak')).toEqual([])
})

test('points at words that push somebody away', () => {
  const reply = `${good}这不归我们管，你自己去找房东。`
  const rude = checkReply(reply, asked).findings.filter(({ kind }) => kind === 'discourteous')
  expect(rude.map(({ start, end }) => reply.slice(start, end))).toEqual(['不归我们管', '你自己去'])
})

test('asks for a greeting at the beginning and thanks at the end', () => {
  const bare = '春晓花园烧烤店已于2026年3月4日责令整改，将于3月15日前安装专用烟道，请监督。'
  expect(checkReply(bare, asked).findings).toMatchObject([
    { kind: 'discourteous', start: 0, end: 0 },
    { kind: 'discourteous', start: bare.length, end: bare.length },
  ])
})

test('every place lies within the reply', () => {
  for (const reply of ['', '已收悉', good, '不归我们管13812345678'])
    for (const { start, end } of checkReply(reply, asked).findings) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(reply.length)
      expect(start).toBeLessThanOrEqual(end)
    }
})

test('a message without words has nothing a reply could miss', () => {
  expect(checkReply(good, { detail: '' }).relevance).toBe(1)
})
