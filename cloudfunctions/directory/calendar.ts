import { z } from 'zod'
import type { CalendarPage, ReviseCalendarInput } from '../../typings/contract/administration'
import { localDate } from '../domain/calendar/local-time'
import { daysFrom, revised } from '../domain/calendar/revise'
import { refuse } from '../domain/errors'
import { type CallContext, operation } from '../platform/operation'
import { guardAdmin, guardChange, saveChange } from './change'

/** 工作日历:今天起和平常不一样的日子,各凭哪个通知。 */
export const calendar = operation('directory.calendar', {
  input: z.object({}),
  async run(context): Promise<CalendarPage> {
    guardAdmin(context)
    const { directory, now } = context
    return {
      directoryVersion: directory.version,
      now,
      calendars: directory.calendars
        .filter(({ always }) => !always)
        .map((one) => ({
          calendarId: one._id,
          name: one.name,
          years: Object.keys(one.years).sort(),
          days: daysFrom(one, localDate(now)),
        })),
    }
  },
})

/** 改一天:放假或者调休上班;在办工单的时限随后重算,告诉群众。 */
export const reviseCalendar = operation('directory.reviseCalendar', {
  input: z.object({
    calendarId: z.string().max(80),
    date: z.iso.date(),
    kind: z.enum(['holiday', 'shift']),
    name: z.string().trim().min(1).max(20),
    notice: z.string().trim().min(4).max(100),
    remove: z.literal(true).optional(),
    directoryVersion: z.int().nonnegative(),
  }),
  async run(context: CallContext<ReviseCalendarInput>): Promise<{ directoryVersion: number }> {
    guardChange(context)
    const { directory, input, now } = context
    const { calendarId, date, kind, name, notice, remove } = input
    const before =
      directory.calendars.find(({ _id }) => _id === calendarId) ?? refuse('NOT_FOUND', 'input.calendarId')
    const next = revised(before, input, localDate(now))
    const calendars = directory.calendars.map((one) => (one._id === calendarId ? next : one))
    const deed = remove ? '取消' : '增加'
    return saveChange(
      context,
      { ...directory, calendars },
      {
        what: 'calendars',
        collection: 'calendars',
        row: { ...next },
        text: `${before.name}：${deed} ${date} ${kind === 'holiday' ? '放假' : '上班'}（${name}，${notice}）`,
      },
    )
  },
})
