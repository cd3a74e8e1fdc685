import type { Calendar, CalendarYear, LocalDate } from '../../../typings/contract/time'
import { addDays } from './local-time'

/**
 * 放假与调休 of 2015–2026 as the 国务院办公厅 announced them; every year names its notices. Dates were taken from
 * holiday-cn (https://github.com/NateScarlet/holiday-cn, MIT, © 2019 NateScarlet), which reads them off those notices.
 * A notice may reach into the year before (29–31 December 2018): such days stand in the year that they lie in.
 *
 * 2027 is absent until its notice is published, so that deadlines touching it are marked provisional.
 */
const nationalYears: Readonly<Record<string, CalendarYear>> = {
  '2015': year(
    '2015',
    'http://www.gov.cn/zhengce/zhengceku/2014-12/16/content_9302.htm http://www.gov.cn/zhengce/zhengceku/2015-05/13/content_9742.htm',
    '元旦 休 01-01~01-03 班 01-04',
    '春节 休 02-18~02-24 班 02-15 02-28',
    '清明节 休 04-05~04-06',
    '劳动节 休 05-01',
    '端午节 休 06-20 06-22',
    '抗日战争暨世界反法西斯战争胜利70周年纪念日 休 09-03~09-05 班 09-06',
    '中秋节 休 09-27',
    '国庆节 休 10-01~10-07 班 10-10',
  ),
  '2016': year(
    '2016',
    'http://www.gov.cn/zhengce/zhengceku/2015-12/10/content_10394.htm',
    '元旦 休 01-01',
    '春节 休 02-07~02-13 班 02-06 02-14',
    '清明节 休 04-04',
    '劳动节 休 05-01~05-02',
    '端午节 休 06-09~06-11 班 06-12',
    '中秋节 休 09-15~09-17 班 09-18',
    '国庆节 休 10-01~10-07 班 10-08~10-09',
  ),
  '2017': year(
    '2017',
    'http://www.gov.cn/zhengce/zhengceku/2016-12/01/content_5141603.htm',
    '元旦 休 01-01~01-02',
    '春节 休 01-27~02-02 班 01-22 02-04',
    '清明节 休 04-02~04-04 班 04-01',
    '劳动节 休 05-01',
    '端午节 休 05-28~05-30 班 05-27',
    '中秋节、国庆节 休 10-01~10-08 班 09-30',
  ),
  '2018': year(
    '2018',
    'http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm',
    '元旦 休 01-01',
    '春节 休 02-15~02-21 班 02-11 02-24',
    '清明节 休 04-05~04-07 班 04-08',
    '劳动节 休 04-29~05-01 班 04-28',
    '端午节 休 06-18',
    '中秋节 休 09-24',
    '国庆节 休 10-01~10-07 班 09-29~09-30',
    '元旦 休 12-30~12-31 班 12-29',
  ),
  '2019': year(
    '2019',
    'http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm',
    '元旦 休 01-01',
    '春节 休 02-04~02-10 班 02-02~02-03',
    '清明节 休 04-05',
    '劳动节 休 05-01~05-04 班 04-28 05-05',
    '端午节 休 06-07',
    '中秋节 休 09-13',
    '国庆节 休 10-01~10-07 班 09-29 10-12',
  ),
  '2020': year(
    '2020',
    'http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm',
    '元旦 休 01-01',
    '春节 休 01-24~02-02 班 01-19',
    '清明节 休 04-04~04-06',
    '劳动节 休 05-01~05-05 班 04-26 05-09',
    '端午节 休 06-25~06-27 班 06-28',
    '国庆节、中秋节 休 10-01~10-08 班 09-27 10-10',
  ),
  '2021': year(
    '2021',
    'http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm',
    '元旦 休 01-01~01-03',
    '春节 休 02-11~02-17 班 02-07 02-20',
    '清明节 休 04-03~04-05',
    '劳动节 休 05-01~05-05 班 04-25 05-08',
    '端午节 休 06-12~06-14',
    '中秋节 休 09-19~09-21 班 09-18',
    '国庆节 休 10-01~10-07 班 09-26 10-09',
  ),
  '2022': year(
    '2022',
    'http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm',
    '元旦 休 01-01~01-03',
    '春节 休 01-31~02-06 班 01-29~01-30',
    '清明节 休 04-03~04-05 班 04-02',
    '劳动节 休 04-30~05-04 班 04-24 05-07',
    '端午节 休 06-03~06-05',
    '中秋节 休 09-10~09-12',
    '国庆节 休 10-01~10-07 班 10-08~10-09',
    '元旦 休 12-31',
  ),
  '2023': year(
    '2023',
    'http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm',
    '元旦 休 01-01~01-02',
    '春节 休 01-21~01-27 班 01-28~01-29',
    '清明节 休 04-05',
    '劳动节 休 04-29~05-03 班 04-23 05-06',
    '端午节 休 06-22~06-24 班 06-25',
    '中秋节、国庆节 休 09-29~10-06 班 10-07~10-08',
  ),
  '2024': year(
    '2024',
    'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
    '元旦 休 01-01',
    '春节 休 02-10~02-17 班 02-04 02-18',
    '清明节 休 04-04~04-06 班 04-07',
    '劳动节 休 05-01~05-05 班 04-28 05-11',
    '端午节 休 06-10',
    '中秋节 休 09-15~09-17 班 09-14',
    '国庆节 休 10-01~10-07 班 09-29 10-12',
  ),
  '2025': year(
    '2025',
    'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    '元旦 休 01-01',
    '春节 休 01-28~02-04 班 01-26 02-08',
    '清明节 休 04-04~04-06',
    '劳动节 休 05-01~05-05 班 04-27',
    '端午节 休 05-31~06-02',
    '国庆节、中秋节 休 10-01~10-08 班 09-28 10-11',
  ),
  '2026': year(
    '2026',
    'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    '元旦 休 01-01~01-03 班 01-04',
    '春节 休 02-15~02-23 班 02-14 02-28',
    '清明节 休 04-04~04-06',
    '劳动节 休 05-01~05-05 班 05-09',
    '端午节 休 06-19~06-21',
    '国庆节 休 10-01~10-07 班 09-20 10-10',
    '中秋节 休 09-25~09-27',
  ),
}

const office = [
  ['09:00', '12:00'],
  ['14:00', '18:00'],
] as const

const allDay = [['00:00', '24:00']] as const

/** 机关工作日历: Monday to Friday 09:00–12:00 and 14:00–18:00. */
export const workCalendar: Calendar = {
  _id: 'work',
  name: '机关工作日历',
  version: 1,
  weekly: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
  years: nationalYears,
}

/** 全天候日历: utilities serve round the clock (北京市接诉即办工作条例 Art. 19). */
export const alwaysCalendar: Calendar = {
  _id: 'always',
  name: '全天候日历（水电气热）',
  version: 1,
  weekly: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  years: {},
  always: true,
}

/** @param rows '春节 休 02-15~02-23 班 02-14 02-28': the name, the days off, the 调休 workdays. */
function year(number: string, notice: string, ...rows: string[]): CalendarYear {
  const named = (row: string, part: string | undefined) =>
    (part?.trim() ?? '')
      .split(' ')
      .filter(Boolean)
      .flatMap((span) => datesOf(number, span))
      .map((date) => ({ date, name: row.slice(0, row.indexOf(' ')) }))
  return {
    notice,
    holidays: rows.flatMap((row) => named(row, /休 ([^班]*)/.exec(row)?.[1])),
    shifts: rows.flatMap((row) => named(row, /班 (.*)/.exec(row)?.[1])),
  }
}

function datesOf(year: string, span: string): LocalDate[] {
  const [first, last = first] = span.split('~')
  const dates = [`${year}-${first}`]
  while (dates.at(-1)! < `${year}-${last}`) dates.push(addDays(dates.at(-1)!, 1))
  return dates
}
