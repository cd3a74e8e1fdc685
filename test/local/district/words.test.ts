import { expect, test } from 'vitest'
import { suggestService } from '../../../cloudfunctions/domain/routing/suggest-service'
import { sampleServices } from '../../../local/district/catalogue'
import { sentences } from './sentences'

const services = sampleServices()
const cases = Object.entries(sentences).flatMap(([code, texts]) => texts.map((text) => [text, code] as const))

test('there is a sentence for every service, and none for a service that is gone', () => {
  expect(Object.keys(sentences).toSorted()).toEqual(services.map(({ code }) => code).toSorted())
})

test.each(cases)('%s → %s', (subject, code) => {
  expect(suggestService({ subject, detail: '' }, services)?.serviceCode).toBe(code)
})
