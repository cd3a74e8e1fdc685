import { expect, test } from 'vitest'
import { mayPushDown } from '../../../cloudfunctions/domain/routing/push-down'
import { aCatalogue, aDirectory } from './a-directory'

const commission = { agreement: '协办 2026-3', amount: 500_000 }

test.each([
  ['between departments: nothing goes down', 'city-management', 'ecology', 'street-light', undefined, true],
  ['up from a street', 'east-office', 'city-management', 'street-light', undefined, true],
  ['to a street, on its list', 'city-management', 'east-office', 'stairwell', undefined, true],
  [
    'to a street named by its id in its area',
    'city-management',
    'west-office',
    'street-light',
    undefined,
    true,
  ],
  ['to a street, off its list', 'city-management', 'east-office', 'street-light', undefined, 'NOT_ON_LIST'],
  [
    'sideways to another street, off its list',
    'west-office',
    'east-office',
    'noise',
    undefined,
    'NOT_ON_LIST',
  ],
  ['to a village, on its list', 'west-office', 'field-committee', 'village-accounts', undefined, true],
  [
    'to a village, by a row that forgot the list',
    'west-office',
    'field-committee',
    'plague',
    undefined,
    'NOT_ON_LIST',
  ],
  [
    'to a village what is a street matter',
    'east-office',
    'lane-committee',
    'stairwell',
    undefined,
    'NOT_ON_LIST',
  ],
  ['off the list with its funds', 'city-management', 'lane-committee', 'street-light', commission, true],
  [
    'off the list with a promise of funds',
    'city-management',
    'lane-committee',
    'street-light',
    { ...commission, amount: 0 },
    'UNFUNDED',
  ],
  [
    'off the list with nameless money',
    'city-management',
    'lane-committee',
    'street-light',
    { ...commission, agreement: ' ' },
    'UNFUNDED',
  ],
  ['to nobody', 'city-management', 'atlantis', 'street-light', undefined, 'UNKNOWN_UNIT'],
] as const)('pushing a duty %s', (_, from, to, service, funds, expected) => {
  const answer = mayPushDown(from, to, service, aDirectory(), funds)
  expect(answer.allowed ? true : answer.code).toBe(expected)
  expect(answer.reason).toMatch(/。$/)
})

test('a row by a village id counts for that village alone', () => {
  const entry = {
    serviceCode: 'orphan',
    lead: { by: 'department', departmentId: 'lane-committee' } as const,
    onVillageList: true,
    basis: '第 3 项',
  }
  const directory = aDirectory({ catalogue: aCatalogue(entry) })
  expect(mayPushDown('city-management', 'lane-committee', 'orphan', directory).allowed).toBe(true)
  expect(mayPushDown('city-management', 'field-committee', 'orphan', directory).allowed).toBe(false)
})
