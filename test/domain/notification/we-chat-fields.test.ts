import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smsText } from '../../../cloudfunctions/domain/notification/sms-text'
import {
  type SubscribeTemplate,
  weChatFields,
} from '../../../cloudfunctions/domain/notification/we-chat-fields'
import { checkFields } from '../../../local/cloudbase/openapi/templates'
import stored from '../../../cloudfunctions/subscribe-templates.json'
import { shanghai } from '../calendar/shanghai'

const granted: SubscribeTemplate = {
  id: 'granted',
  title: '通知',
  kind: 'one-time',
  for: 'progress',
  fields: { thing1: '内容', phrase2: '状态', time3: '时间', date4: '日期', character_string5: '编号' },
  values: { thing1: 'subject', phrase2: 'title', time3: 'at', date4: 'at', character_string5: 'number' },
}

const notice = {
  subject: '路灯',
  title: '已有人办理',
  at: shanghai('2026-06-01T09:05'),
  number: '20260601-A',
}

const valuesOf = (changes: Partial<typeof notice>) =>
  Object.values(weChatFields(granted, { ...notice, ...changes })).map(({ value }) => value)

test.each([
  ['as they are', {}, ['路灯', '已有人办理', '2026-06-01 09:05', '2026-06-01 09:05', '20260601-A']],
  ['cut with a sign', { subject: '长'.repeat(30) }, [`${'长'.repeat(19)}…`]],
  ['in one line', { subject: '一\n二' }, ['一 二']],
  ['never empty', { subject: ' ', title: 'abc' }, ['见小程序', '有更新']],
])('fields come %s', (_, changes, values) => {
  expect(valuesOf(changes).slice(0, values.length)).toEqual(values)
})

test('whatever people write, WeChat takes the fields of every template', () => {
  const templates = [granted, ...Object.values(stored)] as SubscribeTemplate[]
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      (subject, title, number, at) => {
        for (const template of templates)
          checkFields(template, weChatFields(template, { subject, title, number, at }))
      },
    ),
    { numRuns: 50 },
  )
})

test('a text message says that there is something in at most 70 characters, however long the names are', () => {
  const text = smsText(
    { title: '很长的标题'.repeat(5), number: '20260601-ABCDEF-G' },
    '很长的区名'.repeat(10),
  )
  expect(text.length).toBeLessThanOrEqual(70)
  expect(text).toMatch(/^【.*】.*请在微信小程序里查看。$/)
})
