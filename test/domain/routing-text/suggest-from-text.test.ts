import { describe, expect, test } from 'vitest'
import { suggestFromText } from '../../../cloudfunctions/domain/routing/text/suggest-from-text'
import { trainedModel } from '../../../cloudfunctions/domain/routing/text/trained-model'
import { sampleServices } from '../../../local/district/catalogue'
import { sampleDirectory } from '../../../local/district/sample-directory'
import { route } from '../../../cloudfunctions/domain/routing/route'
import { sentences } from '../../local/district/sentences'
import { spoken } from './spoken'

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
    expect(said).toBe(level1)
    expect(['model', 'both']).toContain(basis)
    expect(why.length).toBeGreaterThan(0)
    for (const word of why) expect(text).toContain(word)
  })

  test('knows the class of most of the district’s own sentences, learnt or by the catalogue’s words', () => {
    const share = (rows: typeof all) =>
      rows.filter(({ code, text }) => suggest(text).level1 === classOf.get(code)).length / rows.length
    expect(share(learnt)).toBeGreaterThan(0.7)
    expect(share(unlearnt)).toBeGreaterThan(0.7)
  })

  test('knows the service of most short calls, and sends by itself only what goes to the right unit', () => {
    const directory = sampleDirectory()
    const unitOf = (serviceCode: string) =>
      route({ serviceCode, areaId: 'grid-0101-1', kind: 'help' }, directory).leadDepartmentId
    const heard = spoken.map(([said, code]) => ({ code, guess: suggest(said) }))
    const right = heard.filter(({ code, guess }) => (guess.serviceCode ?? '') === code)
    expect(right.length / spoken.length).toBeGreaterThan(0.8)
    const sent = heard.filter(({ guess }) => guess.auto)
    expect(sent.length / spoken.length).toBeGreaterThan(0.2)
    for (const { code, guess } of sent) expect(unitOf(guess.serviceCode ?? '')).toBe(unitOf(code))
  })

  test('says so where the class was not learnt, and leaves such a matter to a person', () => {
    const byWords = unlearnt
      .map(({ text }) => suggest(text))
      .filter(({ basis }) => basis === 'catalogueWords')
    expect(byWords.length).toBeGreaterThan(0)
    for (const { auto } of byWords) expect(auto).toBe(false)
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

test('one short word is enough to offer a service where the text is short', () => {
  expect(suggest('路灯又不亮了')).toMatchObject({ serviceCode: 'street-light', auto: true, basis: 'both' })
  expect(suggest('家里突然停水了')).toMatchObject({ serviceCode: 'tap-water', auto: false })
})

test('clear words that speak for another class keep a sure model from sending it', () => {
  const [said, against] = ['12路公交等了四十分钟都没来', '，医院乱收费，检查费收得不明不白']
  expect(suggest(said).auto).toBe(true)
  expect(suggest(`${said}${against}`).auto).toBe(false)
})

test('the tenant’s threshold decides what is dispatched by itself', () => {
  const text = '公司拖欠农民工工资半年不发'
  expect(suggest(text, 0).auto).toBe(true)
  expect(suggest(text, 1.01).auto).toBe(false)
  expect(suggest('路灯又不亮了', 2).auto).toBe(false)
})

test('a text that says nothing is left to a person', () => {
  for (const text of ['', '？？？', 'hello', '你好']) expect(suggest(text).auto).toBe(false)
})
