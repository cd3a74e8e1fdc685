import type { LocalDate, Timestamp } from './time'

/** 每月一题 (Art. 24–29): what a supervisor takes up in a month, who does what about it, and by when. */
export interface MonthPlan {
  /** `<YYYY-MM>:<serviceCode>`: one service is taken up once a month. */
  _id: string
  month: string
  serviceCode: string
  title: string
  /** The unit in charge. */
  departmentId: string
  measures: string
  dueOn: LocalDate
  /** Why this one: what was counted when it was chosen. */
  because: string
  /** Rises with every change; the unit hears of each. */
  version: number
  chosenAt: Timestamp
  changedAt: Timestamp
}

export interface PlanInput {
  serviceCode: string
  title: string
  departmentId: string
  measures: string
  dueOn: LocalDate
}

/** A service many call about: this month so far, and as many days of the month before. */
export interface PlanCandidate {
  serviceCode: string
  calls: number
  before: number
  /** The service's topic of last night, where one is found: it says of what. */
  topic?: string
}

export interface PlansOutput {
  plans: readonly MonthPlan[]
  /** Most calls first. Empty for a unit, which sees its own plans alone. */
  candidates: readonly PlanCandidate[]
  /** Whether the reader may choose. */
  mayChoose: boolean
  month: string
  /** Units that may be in charge. */
  units: readonly { departmentId: string; name: string }[]
  names: Readonly<Record<string, string>>
  now: Timestamp
}

/** Calls about the plan's service, month by month: from six months before to half a year after, or today. */
export interface PlanOutput {
  plan: MonthPlan
  months: readonly { month: string; calls: number; when: 'before' | 'chosen' | 'after'; running: boolean }[]
  mayChoose: boolean
  names: Readonly<Record<string, string>>
  now: Timestamp
}
