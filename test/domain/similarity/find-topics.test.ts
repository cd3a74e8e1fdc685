import { expect, test } from 'vitest'
import { findTopics, type Call } from '../../../cloudfunctions/domain/similarity/find-topics'
import { days } from './calls'

const start = Date.parse('2026-03-01T00:00:00+08:00')
const aCall = (id: string, subject: string, detail: string, day: number, over: Partial<Call> = {}): Call => ({
  id,
  subject,
  detail,
  at: start + days(day),
  likes: 0,
  against: 0,
  ...over,
})

/** What else is said in a month, so that common words are common. */
const others = [
  ['社保转移', '外省养老保险怎么转回来'],
  ['路灯不亮', '长江路的路灯坏了半个月'],
  ['公交太少', '十二路公交一小时一班'],
  ['学位不够', '片区的公办小学招不下这么多孩子'],
  ['医保报销', '异地看病报销比例是多少'],
  ['噪音扰民', '广场舞晚上十点还不停'],
].map(([subject, detail], n) => aCall(`other-${n}`, subject!, detail!, n))

const smoke = [
  aCall('smoke-1', '春晓花园烧烤店油烟扰民', '春晓花园楼下烧烤店油烟直排', 1, { likes: 5 }),
  aCall('smoke-2', '春晓花园楼下烧烤油烟太大', '春晓花园楼下烧烤店的油烟进了窗户', 4),
  aCall('smoke-3', '投诉春晓花园烧烤店油烟直排', '春晓花园烧烤店没有烟道', 6),
]
const parking = [
  aCall('park-1', '云梦家园捆绑销售车位', '云梦家园开发商捆绑销售车位十二万', 2),
  aCall('park-2', '投诉云梦家园开发商捆绑销售车位', '云梦家园买房必须买车位', 3),
]

test('finds what several people say of one thing at one place, the hottest first', () => {
  const topics = findTopics([...others, ...smoke, ...parking])
  expect(topics.map(({ memberIds }) => memberIds)).toEqual([
    ['smoke-1', 'smoke-2', 'smoke-3'],
    ['park-1', 'park-2'],
  ])
  expect(topics[0]).toMatchObject({ place: '春晓花园', from: start + days(1), to: start + days(6) })
})

test('the title is one of the members’ own subjects', () => {
  const [topic] = findTopics([...others, ...smoke])
  expect(smoke.map(({ subject }) => subject)).toContain(topic!.title)
})

test('agreement makes a topic hotter', () => {
  const liked = smoke.map((call) => ({ ...call, likes: 100 }))
  expect(findTopics([...others, ...liked])[0]!.heat).toBeGreaterThan(
    findTopics([...others, ...smoke])[0]!.heat,
  )
})

test('the same words after half a year are another story', () => {
  const later = smoke.map((call) => ({ ...call, id: `${call.id}-later`, at: call.at + days(180) }))
  expect(findTopics([...others, ...smoke, ...later]).map(({ memberIds }) => memberIds.length)).toEqual([3, 3])
})

test('single calls and empty texts make no topic', () => {
  expect(findTopics([...others, aCall('empty', '', '', 1), aCall('empty-too', '', '', 2)])).toEqual([])
  expect(findTopics([])).toEqual([])
})

test('the order of arrival changes nothing', () => {
  const calls = [...others, ...smoke, ...parking]
  expect(findTopics(calls.toReversed())).toEqual(findTopics(calls))
})
