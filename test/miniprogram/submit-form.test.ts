import { describe, expect, test } from 'vitest'
import { guessOf } from '../../cloudfunctions/domain/ticket/hear'
import type { Draft } from '../../miniprogram/services/draft'
import { emergenciesIn } from '../../miniprogram/services/emergency'
import { inputOf, problemsOf } from '../../miniprogram/services/submit-form'
import { sampleDirectory } from '../../local/district/sample-directory'

const contact = { name: '', phone: '13800000000' }
const draft = (changes: Partial<Draft> = {}): Draft => ({
  commandId: 'c',
  description: '',
  kind: 'help',
  place: { areaId: 'grid-0101-1', words: '桂桥街道', address: '' },
  answers: {},
  secrecy: 'named',
  files: [],
  ...changes,
})

describe('who can’t write', () => {
  const spoken = draft({ files: [{ path: 'a.mp3', type: 'voice' }] })

  test('speaks instead: nothing more is asked, and people listen before it goes anywhere', () => {
    expect(problemsOf(draft(), contact).description).toContain('录音都行')
    expect(problemsOf(spoken, contact)).toEqual({})
    const { description } = inputOf(spoken, contact)
    expect(description).toContain('请听录音')
    expect(guessOf({ detail: description }, sampleDirectory()).auto).toBe(false)
  })
})

test('of an anonymous caller neither number nor group leaves the phone, nor is sharing spoken of', () => {
  const input = inputOf(draft({ description: '路灯', secrecy: 'anonymous', priorityGroup: 'old' }), contact)
  expect(input).not.toHaveProperty('phone')
  expect(input).not.toHaveProperty('priorityGroup')
  expect(input).not.toHaveProperty('share')
})

test.each([
  ['屋里一股煤气味', ['119']],
  ['我不想活了', ['12356']],
  ['有人要跳楼', ['110', '12356']],
  ['路灯不亮', []],
])('%s: first the telephone %j', (words, numbers) => {
  expect(emergenciesIn(words).map(({ number }) => number)).toEqual(numbers)
})
