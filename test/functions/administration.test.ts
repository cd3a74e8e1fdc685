import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalendarPage, SettingsPage } from '../../typings/contract/administration'
import type { Sending } from '../../typings/contract/notification'
import { aStage, lightContact, type TestStage } from '../support/stage'

let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

const page = () => stage.data<SettingsPage>('admin-1', 'directory.settings')
const calendar = () => stage.data<CalendarPage>('admin-1', 'directory.calendar')

const wanted = async (changes: object = {}) => {
  const { quiet, digestAt, directoryVersion } = await page()
  return { quiet, digestAt, reach: {}, directoryVersion, ...changes }
}

describe('how people are reached', () => {
  test('an admin sees what holds, changes it, and the change keeps its author and time', async () => {
    const before = await page()
    expect(before.quiet).toEqual({ from: '21:00', to: '08:00' })
    const reachOf = ({ choices }: SettingsPage, template: string) =>
      choices.find((one) => one.template === template)?.reach
    expect(reachOf(before, 'overdue')).toBe('digest')
    const input = await wanted({ quiet: { from: '22:30', to: '07:00' }, reach: { overdue: 'sms' } })
    await stage.data('admin-1', 'directory.setNotices', input)
    const after = await page()
    expect([after.quiet, reachOf(after, 'overdue')]).toEqual([{ from: '22:30', to: '07:00' }, 'sms'])
    expect(reachOf(after, 'supervised')).toBe('phone')
    expect(after.directoryVersion).toBeGreaterThan(before.directoryVersion)
    expect(after.changes).toMatchObject([
      {
        at: stage.cloud.clock.now(),
        what: 'settings',
        text: '免打扰 22:30–07:00，每日汇总 08:30，改了 1 种消息的通知方式',
      },
    ])
    expect(after.changes[0]?.by).toContain('目录管理员')
  })

  test('and it is what is sent by: what was only in the digest is now a text message', async () => {
    const { ticketId } = await stage.submit('resident-1')
    await stage.pass(9 * 3_600_000)
    const sent = stage.cloud.database.read('sendings', { ticketId }) as unknown as Sending[]
    expect(sent.filter(({ template, channel }) => template === 'overdue' && channel === 'sms')).toHaveLength(
      1,
    )
  })

  test.each<[string, object, string]>([
    ['a day without messages', { quiet: { from: '08:00', to: '21:30' } }, 'NOTICES_INVALID'],
    ['a digest in the night', { digestAt: '03:00' }, 'NOTICES_INVALID'],
    ['an emergency that is not called for', { reach: { emergencyToYou: 'weChat' } }, 'NOTICES_INVALID'],
    ['an end that is not told', { reach: { ended: 'sms' } }, 'NOTICES_INVALID'],
    ['residents’ messages in the digest', { reach: { answered: 'digest' } }, 'NOTICES_INVALID'],
    ['a message that there is not', { reach: { nothing: 'sms' } }, 'NOTICES_INVALID'],
    ['a time that there is not', { digestAt: '25:00' }, 'INVALID_INPUT'],
    ['a directory that somebody changed since', { directoryVersion: 1 }, 'VERSION_CONFLICT'],
  ])('%s is refused, and nothing is kept', async (_, changes, code) => {
    const before = await page()
    const answer = await stage.call('admin-1', 'directory.setNotices', await wanted(changes))
    expect(answer).toMatchObject({ ok: false, error: { code } })
    expect(await page()).toEqual(before)
  })

  test('the threshold too has its author', async () => {
    const { directoryVersion } = await page()
    await stage.data('admin-1', 'directory.setAutoDispatch', { autoDispatchAt: 0.9, directoryVersion })
    const { autoDispatchAt, changes } = await page()
    expect([autoDispatchAt, changes[0]?.text]).toEqual([0.9, '自动派单的门槛改为 0.9'])
    expect((await page()).quiet).toEqual({ from: '22:30', to: '07:00' })
  })
})

describe('the calendar', () => {
  const notice = '国办发明电〔2026〕1号'
  const revise = async (changes: object) => {
    const { directoryVersion, calendars } = await calendar()
    const [first] = calendars
    return stage.call('admin-1', 'directory.reviseCalendar', {
      calendarId: first?.calendarId,
      kind: 'holiday',
      name: '临时放假',
      notice,
      directoryVersion,
      ...changes,
    })
  }
  const daysOf = async () => (await calendar()).calendars[0]?.days ?? []

  test('a day off by a notice: open deadlines move with it, and back when it is taken back', async () => {
    const { ticketId } = await stage.submit('resident-2')
    await stage.act(lightContact, 'acknowledge', ticketId)
    const due = () => stage.stored(ticketId).clocks.find(({ kind }) => kind === 'promise')?.dueAt ?? 0
    const before = due()
    expect(await revise({ date: '2026-06-03' })).toMatchObject({ ok: true })
    expect(await daysOf()).toContainEqual(
      expect.objectContaining({ date: '2026-06-03', kind: 'holiday', name: `临时放假（${notice}）` }),
    )
    expect((await page()).changes[0]).toMatchObject({ what: 'calendars' })
    expect((await page()).changes[0]?.text).toContain(`增加 2026-06-03 放假（临时放假，${notice}）`)
    await expect.poll(async () => (await stage.pass(61_000), due()), { timeout: 100_000 }).not.toBe(before)
    expect(due()).toBe(before + 86_400_000)
    expect(await revise({ date: '2026-06-03', remove: true })).toMatchObject({ ok: true })
    expect((await daysOf()).map(({ date }) => date)).not.toContain('2026-06-03')
  }, 120_000)

  test.each<[string, object, string]>([
    ['a day that is over', { date: '2026-05-29' }, 'CALENDAR_DAY_PAST'],
    ['a Sunday off', { date: '2026-06-07' }, 'CALENDAR_DAY_SAME'],
    ['a shift on a workday', { date: '2026-06-04', kind: 'shift' }, 'CALENDAR_DAY_SAME'],
    ['a year without its notice', { date: '2035-06-04' }, 'CALENDAR_YEAR_MISSING'],
    ['no notice', { date: '2026-06-04', notice: ' ' }, 'INVALID_INPUT'],
    ['a date that there is not', { date: '2026-02-30' }, 'INVALID_INPUT'],
  ])('%s is refused', async (_, changes, code) => {
    expect(await revise(changes)).toMatchObject({ ok: false, error: { code } })
  })

  test('a shift makes a Saturday a workday', async () => {
    expect(await revise({ date: '2026-06-13', kind: 'shift', name: '调休上班' })).toMatchObject({ ok: true })
    expect(await daysOf()).toContainEqual(expect.objectContaining({ date: '2026-06-13', kind: 'shift' }))
  })
})

test.each(['settings', 'setNotices', 'calendar', 'reviseCalendar'])(
  '%s is an admin’s alone',
  async (operation) => {
    const input = {
      ...(await wanted()),
      calendarId: 'work',
      date: '2026-06-04',
      kind: 'holiday',
      name: '放假',
      notice: '国办发明电',
    }
    for (const openid of ['dispatcher-1', 'supervisor-1', lightContact, 'resident-1'])
      expect(await stage.call(openid, `directory.${operation}`, input)).toMatchObject({
        error: { code: 'NOT_ALLOWED' },
      })
  },
)

test('no query of it all scans', () => stage.cloud.meter.assertClean())
