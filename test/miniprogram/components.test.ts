import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { legacyWorld } from './worlds/legacy-world'
import { ourWorld } from './worlds/our-world'
import type { World } from './worlds/world'

/** The same sentences on glass-easel (our phone) and on the framework of older base libraries (miniprogram-simulate). */
describe.each([
  ['on glass-easel', ourWorld],
  ['on the legacy framework', legacyWorld],
])('%s', (_, open) => {
  let world: World
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  const component = (name: string, properties?: Record<string, unknown>, answers?: Record<string, unknown>) =>
    world.component(`components/${name}/${name}`, properties, answers)

  test('a skeleton has as many cards as are expected', async () => {
    const skeleton = await component('skeleton', { cards: 3 })
    expect(await skeleton.count('card')).toBe(3)
    await skeleton.change({ cards: 1 })
    await expect.poll(() => skeleton.count('card')).toBe(1)
  })

  test.each([
    ['onTime', 'van-icon-clock-o'],
    ['dueSoon', 'van-icon-underway-o'],
    ['overdue', 'van-icon-warning-o'],
    ['met', 'van-icon-passed'],
    ['missed', 'van-icon-info-o'],
  ])('a deadline that is %s is an icon, words and a colour together', async (state, icon) => {
    const badge = await component('deadline-badge', { state, words: '还有 2 个工作日' })
    await badge.says('还有 2 个工作日')
    expect(await badge.count(state)).toBe(1)
    expect(await badge.count(icon)).toBe(1)
  })

  test('without a deadline there is no badge', async () => {
    const badge = await component('deadline-badge', { state: 'none', words: '没有' })
    expect(await badge.words()).toBe('')
  })

  test('where a call stands is one sentence, larger on its own page', async () => {
    const status = await component('status-sentence', { sentence: '民政局正在办', large: true })
    expect(await status.texts('large')).toEqual(['民政局正在办'])
    await status.change({ sentence: '民政局已经答复', large: false })
    await status.says('民政局已经答复')
    expect(await status.count('large')).toBe(0)
  })

  test('an empty list says what to do, and does it', async () => {
    const empty = await component('empty-state', {
      title: '还没有诉求',
      hint: '反映以后在这里看',
      action: '我要呼',
    })
    await empty.says('还没有诉求反映以后在这里看我要呼')
    await empty.tap('van-button', '我要呼')
    await expect.poll(() => empty.heard('act')).toHaveLength(1)
    await empty.change({ action: '' })
    await expect.poll(() => empty.count('van-button')).toBe(0)
  })

  test('a timeline shows four and unfolds the rest', async () => {
    const entries = [6, 5, 4, 3, 2, 1].map((n) => ({
      key: String(n),
      when: `11 月 ${n} 日`,
      title: `第 ${n} 步`,
      text: '',
    }))
    const timeline = await component('timeline', { entries })
    expect(await timeline.texts('title')).toEqual(['第6步', '第5步', '第4步', '第3步'])
    await timeline.tap('link', '看全部 6 条进展')
    await expect.poll(() => timeline.count('entry')).toBe(6)
    expect(await timeline.count('newest')).toBe(1)
    expect(await timeline.count('link')).toBe(0)
  })

  describe('the evaluation', () => {
    test('is three taps', async () => {
      const form = await component('evaluation-form')
      await form.tap('contacted-yes')
      await form.tap('solved-no')
      await form.tap('fairlySatisfied')
      await expect.poll(() => form.count('chip-on')).toBe(3)
      expect(await form.count('comment')).toBe(0)
      await form.tap('van-button', '提交评价')
      await expect
        .poll(() => form.heard('done'))
        .toEqual([{ contacted: true, solved: false, grade: 'fairlySatisfied' }])
    })

    test('asks again for what was not answered, and says nothing yet', async () => {
      const form = await component('evaluation-form')
      await form.tap('contacted-no')
      await form.tap('van-button')
      await form.says('每个问题都请点一下，再提交。')
      expect(await form.heard('done')).toEqual([])
      await form.tap('solved-yes')
      await expect.poll(() => form.count('wrong')).toBe(0)
    })

    test('takes a word from who is not content', async () => {
      const form = await component('evaluation-form')
      await form.tap('contacted-no')
      await form.tap('solved-no')
      await form.tap('veryDissatisfied')
      await form.type('words', '  没有人来  ')
      await form.tap('van-button')
      await expect
        .poll(() => form.heard('done'))
        .toEqual([{ contacted: false, solved: false, grade: 'veryDissatisfied', comment: '没有人来' }])
    })

    test('forgets the word of who became content', async () => {
      const form = await component('evaluation-form')
      await form.tap('contacted-yes')
      await form.tap('solved-yes')
      await form.tap('dissatisfied')
      await form.type('words', '太慢')
      await form.tap('satisfied')
      await form.tap('van-button')
      await expect
        .poll(() => form.heard('done'))
        .toEqual([{ contacted: true, solved: true, grade: 'satisfied' }])
    })

    test('shows why it was refused, and that it is busy', async () => {
      const form = await component('evaluation-form', { problem: '已经评价过了', busy: true })
      await form.says('已经评价过了')
      await form.says('正在提交…')
      await form.tap('van-button')
      expect(await form.heard('done')).toEqual([])
    })
  })

  describe('why this date', () => {
    const explanation = {
      sentence: '5 个工作日，从 9 月 29 日起算。',
      days: [
        { date: '2026-09-29', why: 'startDay', counted: false },
        { date: '2026-09-30', why: 'workday', counted: true, ordinal: 1 },
        { date: '2026-10-01', why: 'holiday', counted: false, name: '国庆节' },
        { date: '2026-10-10', why: 'shift', counted: true, ordinal: 2 },
      ],
    }
    test('is behind a tap, day by day', async () => {
      const why = await component('why-date', { explanation })
      expect(await why.words()).toBe('为什么是这个时间')
      await why.tap('link')
      await why.says('5 个工作日，从 9 月 29 日起算。')
      expect(await why.texts('day')).toEqual([
        '9月29日开始的当天，不算',
        '9月30日第1个工作日',
        '10月1日国庆节放假，不算',
        '10月10日调休上班，第2个工作日',
      ])
      expect(await why.count('counted')).toBe(2)
      await why.tap('link')
      await expect.poll(() => why.count('day')).toBe(0)
    })

    test('is not there where there is nothing to explain', async () => {
      expect(await (await component('why-date', { explanation: null })).words()).toBe('')
    })
  })

  test('a card of one’s own opens its ticket', async () => {
    const card = {
      ticketId: 't1',
      subject: '路灯不亮',
      sentence: '住建局正在办',
      deadline: { state: 'dueSoon', words: '明天到期' },
      submitted: '11 月 2 日提交',
    }
    const shown = await component('ticket-card', { card }, { navigateTo: null })
    await shown.says('住建局正在办路灯不亮明天到期11月2日提交')
    await shown.tap('subject')
    await expect.poll(() => shown.asked('navigateTo')).toEqual([{ url: '/pages/ticket/ticket?ticketId=t1' }])
  })

  describe('photos', () => {
    const files = [
      { path: '/a.jpg', type: 'photo' },
      { path: '/b.mp3', type: 'voice' },
    ]
    test('are shown, looked at and taken away', async () => {
      const unlinked = { previewImage: null }
      const picker = await component('photo-picker', { files, most: 3 }, unlinked)
      expect(await picker.count('photo')).toBe(2)
      await picker.tap('picture')
      await expect.poll(() => picker.asked('previewImage')).toEqual([{ current: '/a.jpg', urls: ['/a.jpg'] }])
      await picker.tap('remove')
      await expect.poll(() => picker.heard('change')).toEqual([{ files: [files[1]] }])
    })

    test('may be films, which are watched', async () => {
      const one = [{ path: '/c.mp4', type: 'video' }]
      const picker = await component('photo-picker', { files: one, most: 9 }, { previewMedia: null })
      await picker.tap('picture', '录像')
      await expect
        .poll(() => picker.asked('previewMedia'))
        .toEqual([{ sources: [{ url: '/c.mp4', type: 'video' }] }])
    })

    test('are not asked for beyond the most', async () => {
      const picker = await component('photo-picker', { files, most: 2 })
      expect(await picker.count('add')).toBe(0)
    })

    test('that are none are left out with a sentence', async () => {
      const picker = await component(
        'photo-picker',
        { files: [], most: 9 },
        { chooseMedia: { tempFiles: [{ tempFilePath: 'x.pdf', size: 10 }] } },
      )
      await picker.tap('add')
      await picker.says('有一个文件不是照片，没有加上。')
      expect(await picker.heard('change')).toEqual([])
    })

    test('that nobody chose leave no complaint', async () => {
      const cancelled = { chooseMedia: { errMsg: 'chooseMedia:fail cancel' } }
      const picker = await component('photo-picker', { files: [], most: 9 }, cancelled)
      await picker.tap('add')
      await expect.poll(() => picker.asked('chooseMedia')).toHaveLength(1)
      expect(await picker.words()).toBe('添加')
    })
  })

  describe('a place', () => {
    const areas = (...list: object[]) => ({
      'cloud.callFunction': { result: { ok: true, data: { areas: list } } },
    })
    test('is found without a map, from the street down', async () => {
      const street = areas({ _id: 's1', level: 'street', name: '东街街道' })
      const picker = await component('place-picker', { place: null }, street)
      await picker.tap('open')
      await picker.says('东街街道')
      await picker.tap('chip', '东街街道')
      await expect
        .poll(() => picker.asked('cloud.callFunction'))
        .toEqual([
          { name: 'directory', data: { op: 'areas', input: {} } },
          { name: 'directory', data: { op: 'areas', input: { parentId: 's1' } } },
        ])
    })

    test('may be a landmark', async () => {
      const grid = areas({ _id: 'g1', level: 'grid', name: '第一网格', landmarks: ['老槐树'] })
      const picker = await component('place-picker', { place: null }, grid)
      await picker.tap('open')
      await picker.says('老槐树')
      await picker.tap('chip', '老槐树')
      await expect
        .poll(() => picker.heard('change'))
        .toEqual([{ place: { areaId: 'g1', words: '', address: '老槐树' } }])
    })

    test('that can’t be asked for says why and can be tried again', async () => {
      const offline = { 'cloud.callFunction': { errMsg: 'cloud.callFunction:fail request:fail' } }
      const picker = await component('place-picker', { place: null }, offline)
      await picker.tap('open')
      await picker.says('再试一次')
      await picker.tap('link', '再试一次')
      await expect.poll(() => picker.asked('cloud.callFunction')).toHaveLength(2)
    })

    test('that is chosen takes a word more', async () => {
      const place = { areaId: 'g1', words: '东街街道 一社区', address: '' }
      const picker = await component('place-picker', { place })
      await picker.says('东街街道 一社区')
      await picker.type('input', '2 栋门口')
      await expect.poll(() => picker.heard('change')).toEqual([{ place: { ...place, address: '2 栋门口' } }])
    })
  })

  describe('a sheet for some words', () => {
    test('rises when it is asked for and closes', async () => {
      const sheet = await component('text-sheet', { show: false, title: '补充说明', action: '补充' })
      expect(await sheet.words()).toBe('')
      await sheet.change({ show: true })
      await sheet.says('补充说明')
      await sheet.tap('close')
      await expect.poll(() => sheet.heard('close')).toHaveLength(1)
    })

    test('speaks its words', async () => {
      const sheet = await component('text-sheet', { show: true, action: '补充', most: 5 })
      await sheet.type('words', ' 灯亮了 ')
      await sheet.tap('van-button')
      await expect.poll(() => sheet.heard('done')).toEqual([{ text: '灯亮了' }])
    })

    test('does not take too many', async () => {
      const sheet = await component('text-sheet', { show: true, action: '补充', most: 5 })
      await sheet.type('words', '一二三四五六七')
      await sheet.says('写得太长了，请删掉 2 个字。')
      await sheet.tap('van-button')
      expect(await sheet.heard('done')).toEqual([])
    })
  })

  describe('attachments', () => {
    const attachments = [
      { fileId: 'cloud://a', type: 'photo' },
      { fileId: 'cloud://b', type: 'voice' },
      { fileId: 'cloud://c', type: 'photo' },
    ]
    const urls = {
      'cloud.getTempFileURL': {
        fileList: [
          { fileID: 'cloud://a', tempFileURL: 'data:image/png;base64,' },
          { fileID: 'cloud://b', tempFileURL: 'data:audio/mp3;base64,' },
        ],
      },
      previewImage: null,
    }
    test('are asked for in one call and opened', async () => {
      const list = await component('attachment-list', { attachments }, urls)
      await list.says('听录音')
      await list.says('没有打开')
      expect(await list.count('file')).toBe(3)
      expect(await list.asked('cloud.getTempFileURL')).toEqual([
        { fileList: ['cloud://a', 'cloud://b', 'cloud://c'] },
      ])
      await list.tap('wx-image')
      await expect
        .poll(() => list.asked('previewImage'))
        .toEqual([{ current: 'data:image/png;base64,', urls: ['data:image/png;base64,'] }])
    })

    test('that can’t be had are told one by one', async () => {
      const list = await component(
        'attachment-list',
        { attachments },
        { 'cloud.getTempFileURL': { errMsg: 'cloud.getTempFileURL:fail' } },
      )
      await expect.poll(() => list.texts('file')).toEqual(['没有打开', '没有打开', '没有打开'])
    })
  })

  test('a photo whose place was kept shows it on the map', async () => {
    const attachments = [{ fileId: 'cloud://a', type: 'photo', point: { latitude: 31.1, longitude: 121.5 } }]
    const fileList = [{ fileID: 'cloud://a', tempFileURL: 'data:image/png;base64,' }]
    const list = await component(
      'attachment-list',
      { attachments },
      { 'cloud.getTempFileURL': { fileList }, openLocation: null },
    )
    await list.tap('located')
    const spot = { latitude: 31.1, longitude: 121.5, name: '照片拍摄的地方' }
    await expect.poll(() => list.asked('openLocation')).toEqual([spot])
  })

  test('a choice is a row that says what it means, and turns as a whole', async () => {
    const row = await component('choice-row', { on: false, title: '让邻居知道', means: '看不到您是谁' })
    await row.says('让邻居知道看不到您是谁')
    await row.tap('choice')
    await expect.poll(() => row.heard('change')).toEqual([{ on: true }])
    await row.change({ on: true })
    await expect.poll(() => row.count('mark-on')).toBe(1)
    await row.tap('choice')
    await expect.poll(() => row.heard('change')).toEqual([{ on: true }, { on: false }])
  })

  test('who is old or disabled says it by one tap, and takes it back by another', async () => {
    const choice = await component('priority-choice', { group: '', title: '您是不是' })
    await choice.tap('chip', '残疾人')
    await expect.poll(() => choice.heard('change')).toEqual([{ group: 'disabled' }])
    await choice.change({ group: 'disabled' })
    await choice.says('再点一下就收回')
    await choice.tap('chip-on')
    await expect.poll(() => choice.heard('change')).toHaveLength(2)
    expect((await choice.heard('change'))[1]).not.toHaveProperty('group', 'disabled')
  })

  test('where WeChat has no voice, nobody is offered one', async () => {
    expect(await (await component('read-aloud', { words: '正在办理', says: '读给我听' })).words()).toBe('')
  })

  test('with a network there is no bar about it', async () => {
    expect(await (await component('offline-bar')).words()).toBe('')
  })

  test('who would rather speak is offered to', async () => {
    const recorder = await component('voice-recorder')
    await recorder.says('不方便打字？点这里说')
  })
})
