import { describe, expect, test } from 'vitest'
import { suggestFromText } from '../../../cloudfunctions/domain/routing/text/suggest-from-text'
import { trainedModel } from '../../../cloudfunctions/domain/routing/text/trained-model'
import { sampleServices } from '../../../local/district/catalogue'
import { sentences } from '../../local/district/sentences'

const services = sampleServices()
const model = trainedModel()
const suggest = (detail: string, threshold?: number) =>
  suggestFromText({ subject: '', detail }, services, model, threshold)
const classOf = new Map(services.map(({ code, level1 }) => [code, level1]))

const all = Object.entries(sentences).flatMap(([code, said]) => said.map((text) => ({ code, text })))
const learnt = all.filter(({ code }) => model.labels.includes(classOf.get(code)!))
const unlearnt = all.filter(({ code }) => !model.labels.includes(classOf.get(code)!))

describe('the model that travels with the code', () => {
  test.each([
    ['小学学位不够，孩子没有书读', '教育文体'],
    ['公司拖欠农民工工资半年不发', '劳动和社会保障'],
    ['工厂夜里偷排废水，河水发黑发臭', '环境保护'],
    ['医院乱收费，医生态度恶劣', '卫生计生'],
    ['出租车司机拒载，还不打表', '交通运输'],
    ['开发商迟迟不交房，房产证也办不下来', '城乡建设'],
    ['超市卖过期食品，市场监管局管不管', '商贸旅游'],
  ])('%s: %s', (text, level1) => {
    const { level1: said, basis, why } = suggest(text)
    expect({ said, basis }).toEqual({ said: level1, basis: 'model' })
    expect(why.length).toBeGreaterThan(0)
    for (const word of why) expect(text).toContain(word)
  })

  test('knows the class of most of the district’s own sentences, learnt or by the catalogue’s words', () => {
    const share = (rows: typeof all) =>
      rows.filter(({ code, text }) => suggest(text).level1 === classOf.get(code)).length / rows.length
    expect(share(learnt)).toBeGreaterThan(0.7)
    expect(share(unlearnt)).toBeGreaterThan(0.7)
  })

  test('says so where the class was not learnt, and leaves such a matter to a person', () => {
    const byWords = unlearnt
      .map(({ text }) => suggest(text))
      .filter(({ basis }) => basis === 'catalogueWords')
    expect(byWords.length).toBeGreaterThan(0)
    for (const { auto, level1 } of byWords) {
      expect(auto).toBe(false)
      expect(model.labels).not.toContain(level1)
    }
  })
})

test('names two alternatives, each less likely than the first', () => {
  const { confidence, alternatives } = suggest('工厂夜里偷排废水，河水发黑发臭')
  expect(alternatives).toHaveLength(2)
  for (const alternative of alternatives) expect(alternative.confidence).toBeLessThanOrEqual(confidence)
})

test('the service is one of the class’s own', () => {
  for (const { text } of all) {
    const { serviceCode, level1 } = suggest(text)
    if (serviceCode !== undefined) expect(classOf.get(serviceCode)).toBe(level1)
  }
})

test('the tenant’s threshold decides what is dispatched by itself', () => {
  const text = '公司拖欠农民工工资半年不发'
  expect(suggest(text, 0).auto).toBe(true)
  expect(suggest(text, 1.01).auto).toBe(false)
})

test('a text that says nothing is left to a person', () => {
  for (const text of ['', '？？？', 'hello', '你好']) expect(suggest(text).auto).toBe(false)
})
