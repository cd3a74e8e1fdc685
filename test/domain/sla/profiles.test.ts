import { describe, expect, test } from 'vitest'
import { alwaysCalendar, workCalendar } from '../../../cloudfunctions/domain/calendar/national'
import { startClock } from '../../../cloudfunctions/domain/sla/clock'
import {
  beijing,
  jinan,
  profiles,
  sample,
  shandong,
  shanghai as shanghaiProfile,
  weifang,
  xinfang,
  yueqing,
} from '../../../cloudfunctions/domain/sla/profiles'
import type { LimitClass, Profile } from '../../../typings/contract/directory'
import { inShanghai, shanghai } from '../calendar/shanghai'
import { limitOf } from './a-clock'

const replyDue = (profile: Profile, limitClass: LimitClass, from: string) =>
  inShanghai(
    startClock({
      id: 'reply#1',
      kind: 'reply',
      stint: 1,
      chargedTo: 'D-water',
      limit: profile.reply[limitClass],
      limitClass,
      at: shanghai(from),
      profile,
      calendar: workCalendar,
    }).dueAt,
  )

describe('by which profile a reply is due', () => {
  const cases: [Profile, LimitClass, string, string][] = [
    [beijing, 'emergency', '2026-10-01T23:30', '2026-10-02T01:30'],
    [beijing, 'utility', '2026-10-01T09:00', '2026-10-02T09:00'],
    [beijing, 'general', '2026-09-28T09:00', '2026-10-06T00:00'],
    [beijing, 'complex', '2026-09-28T09:00', '2026-10-14T00:00'],
    [shanghaiProfile, 'consult', '2026-09-30T09:00', '2026-10-08T18:00'],
    [shanghaiProfile, 'general', '2026-06-03T09:00', '2026-06-10T18:00'],
    [shanghaiProfile, 'complex', '2026-06-03T09:00', '2026-06-25T18:00'],
    [jinan, 'emergency', '2026-06-03T09:00', '2026-06-10T18:00'],
    [jinan, 'general', '2026-06-03T09:00', '2026-06-10T18:00'],
    [weifang, 'complex', '2026-06-03T09:00', '2026-06-10T18:00'],
    [shandong, 'suggestion', '2026-06-03T09:00', '2026-06-10T18:00'],
    [yueqing, 'consult', '2026-06-05T09:00', '2026-06-09T18:00'],
    [yueqing, 'complex', '2026-06-03T09:00', '2026-06-25T18:00'],
    [xinfang, 'general', '2026-06-03T09:00', '2026-08-04T00:00'],
    [xinfang, 'general', '2026-08-04T09:00', '2026-10-09T00:00'],
  ]
  test.each(cases.map((row) => [row[0].name, row] as const))('%s', (_, [profile, limitClass, from, due]) =>
    expect(replyDue(profile, limitClass, from)).toBe(due),
  )
})

describe('every profile', () => {
  test.each(profiles.map((profile) => [profile._id, profile] as const))(
    '%s is whole and says its basis',
    (_, profile) => {
      expect(profile.basis).toMatch(/\[[PN]/)
      expect(profile.basis).toContain('[S]')
      expect([workCalendar._id, alwaysCalendar._id]).toContain(profile.calendarId)
      const { response, resolution, satisfaction } = profile.score
      expect(response + resolution + satisfaction).toBeCloseTo(1, 12)
      expect(profile.promise).toEqual(profile.reply)
      expect(new Set(profile.ladder.map((rung) => rung.id)).size).toBe(profile.ladder.length)
    },
  )

  test('has an id of its own', () => {
    expect(profiles.map(({ _id }) => _id)).toEqual([
      'beijing',
      'shanghai',
      'jinan',
      'weifang',
      'shandong',
      'yueqing',
      'xinfang',
      'sample',
    ])
  })

  test('信访: objection within 5 workdays, 30 days more at most, 15 days to register', () => {
    expect(xinfang).toMatchObject({
      returnWindow: limitOf(5, 'workDay'),
      extension: { times: 1, most: limitOf(30, 'naturalDay') },
      steps: { accept: limitOf(15, 'naturalDay') },
    })
  })

  test('示例 is 济南 assessed from the 19th', () => {
    expect(sample).toEqual({
      ...jinan,
      ...{ _id: 'sample', name: sample.name, basis: sample.basis },
      assessmentStartsOn: 19,
    })
  })
})
