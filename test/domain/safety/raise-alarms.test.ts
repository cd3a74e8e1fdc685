import { describe, expect, test } from 'vitest'
import type { AlarmName as Alarm } from '../../../typings/contract/ticket'
import { raiseAlarms } from '../../../cloudfunctions/domain/safety/raise-alarms'
import { harmlessSentences, inNeed } from './sentences'

const needs = Object.entries(inNeed).flatMap(([alarm, sentences]) =>
  sentences.map((sentence): [Alarm, string] => [alarm as Alarm, sentence]),
)

describe('a message in need', () => {
  test.each(needs)('raises %s: %s', (alarm, sentence) => {
    expect(raiseAlarms(sentence).raised.map((raised) => raised.alarm)).toContain(alarm)
  })

  test.each(needs)('raises %s inside a long complaint, wherever it stands: %s', (alarm, sentence) => {
    const text = `尊敬的领导：您好！小区物业一直不作为。${sentence}。望有关部门尽快核实处理，谢谢！`
    expect(raiseAlarms(text).raised.map((raised) => raised.alarm)).toContain(alarm)
  })

  test('says where the words stand, in the text as it was given', () => {
    const text = '三号楼 漏水。电梯困了人，快来'
    const [raised] = raiseAlarms(text).raised
    expect(text.slice(raised!.start, raised!.end)).toBe(raised!.words)
    expect(raised!.words).toBe('电梯困')
  })

  test('is urgent where life may be in danger, and not for a group alone', () => {
    expect(raiseAlarms('我不想活了').urgent).toBe(true)
    expect(raiseAlarms('出租车司机明天罢运').urgent).toBe(false)
  })
})

test.each(harmlessSentences)('raises nothing: %s', (sentence) => {
  expect(raiseAlarms(sentence).raised).toEqual([])
})

test('words of two sentences are not read together', () => {
  expect(raiseAlarms('孩子上学没有校车。路灯被打坏了').raised).toEqual([])
})

test('the list is long enough to mean something', () => {
  expect(needs.length + harmlessSentences.length).toBeGreaterThanOrEqual(120)
})
