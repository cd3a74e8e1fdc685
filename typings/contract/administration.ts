import type { NoticeRules } from './notification'
import type { LocalDate, Timestamp } from './time'

/** How far a message goes by itself: with the day's digest, at once in WeChat, then a text message, then the centre's call. */
export type NoticeReach = 'digest' | 'weChat' | 'sms' | 'phone'

/** A message that an admin may decide on. */
export interface NoticeChoice {
  template: string
  title: string
  to: 'resident' | 'staff'
  reach: NoticeReach
  /** Nothing less than the phone: the law or an emergency asks for it. */
  fixed?: true
}

/** A change of the directory: by whom, when, and of what. */
export interface DirectoryChange {
  at: Timestamp
  /** The admin's post; shown with who holds it. */
  by: string
  what: 'areas' | 'departments' | 'posts' | 'services' | 'profiles' | 'calendars' | 'catalogue' | 'settings'
  /** In a sentence, where the operation knows one: 免打扰改为 22:00–07:00. */
  text: string
}

export interface SettingsPage {
  directoryVersion: number
  tenantName: string
  quiet: NoticeRules['quiet']
  digestAt: string
  /** Text messages to one post a day. */
  smsPerPostDay: number
  choices: readonly NoticeChoice[]
  /** Absent: the model's own. */
  autoDispatchAt?: number
  /** Share of well closed calls that are asked again, 0 to 1. */
  secondCallShare: number
  /** Newest first. */
  changes: readonly DirectoryChange[]
}

export interface SetNoticesInput {
  quiet: NoticeRules['quiet']
  digestAt: string
  smsPerPostDay?: number
  /** Template to how far it goes; what is left out stays as it is. */
  reach: Readonly<Record<string, NoticeReach>>
  directoryVersion: number
}

/** A work calendar's coming days that differ from the week. */
export interface CalendarPage {
  directoryVersion: number
  now: Timestamp
  calendars: readonly {
    calendarId: string
    name: string
    /** Years that a notice has been entered for. */
    years: readonly string[]
    days: readonly CalendarDay[]
  }[]
}

export interface CalendarDay {
  date: LocalDate
  kind: 'holiday' | 'shift'
  name: string
  notice: string
}

/** 放假 or 调休上班 on one day, by a notice; `remove` takes it back. */
export interface ReviseCalendarInput {
  calendarId: string
  date: LocalDate
  kind: CalendarDay['kind']
  name: string
  notice: string
  remove?: true
  directoryVersion: number
}
