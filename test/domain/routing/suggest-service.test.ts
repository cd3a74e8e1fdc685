import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggestService } from '../../../cloudfunctions/domain/routing/suggest-service'
import { sampleServices } from '../../../local/district/catalogue'
import { aService } from './a-directory'

const services = [
  aService({ code: 'street-light', words: ['路灯', '路灯不亮'] }),
  aService({ code: 'road-repair', words: ['修路', '道路'] }),
  aService({ code: 'noise', words: ['噪音', 'KTV'] }),
  aService({ code: 'no-water', words: ['停水'] }),
  aService({ code: 'bus', words: ['公交'] }),
]

describe('suggesting a service by words', () => {
  test('takes the longest word at a place', () => {
    expect(suggestService({ detail: '门口的路灯不亮' }, services)).toEqual({
      serviceCode: 'street-light',
      confidence: 1,
      why: ['路灯不亮'],
      alternatives: [],
    })
  })

  test('counts the subject twice', () => {
    const words = { subject: '修路', detail: '路灯' }
    expect(suggestService(words, services)?.serviceCode).toBe('road-repair')
    expect(suggestService({ subject: words.detail, detail: words.subject }, services)?.serviceCode).toBe(
      'street-light',
    )
  })

  test('names what else it could be', () => {
    const suggestion = suggestService({ subject: '路灯不亮', detail: '路灯不亮，道路也要修路' }, services)
    expect(suggestion?.alternatives.map(({ serviceCode }) => serviceCode)).toEqual(['road-repair'])
    expect(suggestion?.confidence).toBeGreaterThan(0.5)
  })

  test.each([
    ['nothing known', '你好'],
    ['one short word in passing', '昨天走过一条道路'],
    ['nothing at all', ''],
    ['everything at once', '路灯、修路、噪音、停水、公交，路灯、修路、噪音、停水、公交'],
  ])('is silent on %s', (_, detail) => {
    expect(suggestService({ detail }, services)).toBeUndefined()
  })

  test('does not mind case and spaces', () => {
    expect(suggestService({ subject: '楼下 k t v 的 噪 音', detail: '' }, services)?.serviceCode).toBe(
      'noise',
    )
  })

  test('one word said a hundred times does not drown two that differ', () => {
    const detail = `${'道路'.repeat(4)}，路灯不亮`
    expect(suggestService({ detail }, services)?.serviceCode).toBe('street-light')
  })

  test('shares never exceed the whole, and every word it gives stands in the text', () => {
    const catalogue = sampleServices()
    const word = fc.constantFrom(...catalogue.flatMap(({ words }) => words))
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (parts) => {
        const detail = parts.join('')
        const suggestion = suggestService({ detail }, catalogue)
        if (!suggestion) return
        const { confidence, alternatives, why } = suggestion
        const shares = [confidence, ...alternatives.map((other) => other.confidence)]
        expect(shares).toEqual(shares.toSorted((one, other) => other - one))
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9)
        const read = detail.toLowerCase().replace(/\s+/g, '')
        for (const told of why) expect(read).toContain(told)
      }),
    )
  })
})
