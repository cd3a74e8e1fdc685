import { expect, test } from 'vitest'
import { asApi } from '../../../local/simulator/automator/page/as-api'
import { follow } from '../../../local/simulator/automator/page/path'
import { pageTags } from '../../../local/simulator/automator/page/xpath'

test.each([
  ['getStorageSync', true],
  ['getSystemInfoSync', true],
  ['getWindowInfo', true],
  ['createSelectorQuery', true],
  ['onNetworkStatusChange', true],
  ['getImageInfo', false],
  ['getLocation', false],
  ['chooseMedia', false],
])('a stand-in for %s answers at once: %s', (name, atOnce) => {
  const answer = asApi(name, () => 7)()
  expect(answer === 7).toBe(atOnce)
})

test('a stand-in that says fail reaches fail and complete, not success', async () => {
  const heard: string[] = []
  const failure = { errMsg: 'getLocation:fail auth deny' }
  await new Promise<void>((resolve) => {
    asApi(
      'getLocation',
      () => failure,
    )({
      success: () => heard.push('success'),
      fail: () => heard.push('fail'),
      complete: () => resolve(),
    })
  })
  expect(heard).toEqual(['fail'])
})

test('a stand-in that returns nothing has called back itself', async () => {
  const heard: unknown[] = []
  const stand = (options: unknown) => {
    ;(options as { success(result: number): void }).success(1)
  }
  asApi('getLocation', stand as never)({ success: (result: number) => heard.push(result) })
  await new Promise((resolve) => setTimeout(resolve))
  expect(heard).toEqual([1])
})

test.each([
  ['//view[@class="view"]/text', '//wx-view[@class="view"]/wx-text'],
  ['/descendant::view[position()=2]', '/descendant::wx-view[position()=2]'],
  ['//van-button[contains(text(), "view")]', '//wx-van-button[contains(text(), "view")]'],
  ['//view[@id="a" and text]', '//wx-view[@id="a" and wx-text]'],
  ['//wx-view', '//wx-view'],
  ['//*[@data-id="3"]', '//*[@data-id="3"]'],
])('XPath %s asks the page for %s', (asked, given) => {
  expect(pageTags(asked)).toBe(given)
})

test.each([
  ['a.b', 1],
  ['list[1].name', '乙'],
  ['list[9].name', undefined],
  ['a.b.c.d', undefined],
])('the path %s leads to %s', (path, value) => {
  expect(follow({ a: { b: 1 }, list: [{ name: '甲' }, { name: '乙' }] }, path)).toBe(value)
})
