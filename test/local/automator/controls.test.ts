import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DrivenProject, driveProject, type MiniProgram } from '../../support/driven-phone'

/** Controls, through the classes that the package has for them. */

type Control = Record<string, (...args: unknown[]) => Promise<unknown>>

let project: DrivenProject
let phone: MiniProgram

beforeAll(async () => {
  project = await driveProject(join(import.meta.dirname, 'fixtures/driven'))
  phone = await project.connect('resident-1')
  await phone.callWxMethod('navigateTo', { url: '/pages/form/form' })
})
afterAll(() => project.stop())

const page = async () => (await phone.currentPage())!
const control = async (selector: string) => (await (await page()).$(selector)) as unknown as Control
const shown = async (path: string) => (await page()).data(path)

test.each([
  ['an input takes words', '#name', 'input', ['王居民'], 'name', '王居民'],
  ['a textarea takes words', '#story', 'input', ['路灯不亮\n三天了'], 'story', '路灯不亮\n三天了'],
  ['a slider slides', '#degree', 'slideTo', [40], 'degree', 40],
  ['a swiper swipes', '#pictures', 'swipeTo', [1], 'swiped', 1],
  ['a switch is tapped', '#agree', 'tap', [], 'agreed', true],
])('%s', async (_, selector, method, args, path, value) => {
  await (
    await control(selector)
  )[method]!(...args)
  await expect.poll(() => shown(path)).toEqual(value)
})

test('an input cuts what is too long, and tells its value', async () => {
  const name = await control('#name')
  await name.input!('一二三四五六七八九十多余')
  await expect.poll(() => shown('name')).toBe('一二三四五六七八九十')
  expect(await name.value!()).toBe('一二三四五六七八九十')
  expect(await name.property!('maxlength')).toBe(10)
})

test('a scroll-view scrolls, and tells how far and how large it is', async () => {
  const list = await control('#list')
  await list.scrollTo!(0, 120)
  await expect.poll(() => list.property!('scrollTop')).toBe(120)
  expect([await list.scrollWidth!(), await list.scrollHeight!()]).toEqual([200, 1000])
})

test('a video is spoken to through its context', async () => {
  const clip = await control('#clip')
  expect(await clip.callContextMethod!('pause')).toBeUndefined()
})

test('a control says what it can’t do', async () => {
  await expect((await control('#name')).callFunction!('input.fly')).rejects.toThrow('fly')
  await expect((await control('#name')).callFunction!('swiper.swipeTo', 1)).rejects.toThrow(
    'input has no swiper.swipeTo',
  )
})

test.each([
  ['confirmed', 'confirmModal', { confirm: true, cancel: false }],
  ['cancelled', 'cancelModal', { confirm: false, cancel: true }],
] as const)('a modal is %s as by a finger', async (_, answer, result) => {
  const asked = phone.callWxMethod('showModal', { title: '提交吗', content: '提交后会立即派单' })
  await expect
    .poll(() =>
      phone
        .native()
        [answer]()
        .then(
          () => true,
          () => false,
        ),
    )
    .toBe(true)
  expect(await asked).toMatchObject(result)
})

test('a page is scrolled', async () => {
  await phone.callWxMethod('reLaunch', { url: '/pages/home/home' })
  await phone.pageScrollTo(400)
  const scrolled = await page()
  await expect.poll(() => scrolled.scrollTop()).toBe(400)
})
