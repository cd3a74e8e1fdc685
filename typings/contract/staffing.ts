import type { Catalogue, DepartmentClass } from './directory'
import type { Reach } from './notification'
import type { Timestamp } from './time'

/** Why nobody of a unit can be reached now. */
export type WhyNobody = Reach['unreachable'][number]['why']

/** One unit among all, as an admin looks for it. */
export interface UnitLine {
  departmentId: string
  name: string
  class: DepartmentClass
  /** Holders; empty where the post is vacant. */
  contact: string
  deputy: string
  /** Nobody can be reached: an alarm. */
  why?: WhyNobody
}

export interface UnitsPage {
  directoryVersion: number
  units: readonly UnitLine[]
}

/** A post of A角 or B角, as an admin sees it. */
export interface StaffedPost {
  postId: string
  role: 'contact' | 'deputy'
  title: string
  holderName?: string
  dutyPhone?: string
  /** On leave, from when to when; why is nobody's business here. */
  away?: { from: Timestamp; to?: Timestamp }
  /** Somebody was given a code and has not come yet. */
  invited?: { name: string; until: Timestamp }
  /** Where the open work goes while this post is vacant; absent: it moves nowhere. */
  ifVacant?: 'deputy' | 'centre'
}

export interface UnitPage {
  directoryVersion: number
  now: Timestamp
  departmentId: string
  name: string
  why?: WhyNobody
  posts: readonly StaffedPost[]
  /** Open tickets that the unit leads; counted to 100. */
  handling: number
}

export interface OnPost {
  postId: string
  directoryVersion: number
}

/** 上岗码: whoever brings it holds the post. Shown once. */
export interface Invitation {
  code: string
  until: Timestamp
  directoryVersion: number
}

/** What came of a code. */
export interface TakenUp {
  title: string
  departmentName: string
  directoryVersion: number
}

export interface PublishCatalogueInput {
  entries: Catalogue['entries']
  directoryVersion: number
}
