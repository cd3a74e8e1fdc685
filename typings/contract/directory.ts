import type { NoticeRules } from './notification'
import type { Calendar, Limit } from './time'

export type AreaLevel = 'district' | 'street' | 'community' | 'grid'

/** district → street (街道, 镇, 园区) → community (村, 社区) → grid (网格). */
export interface Area {
  _id: string
  level: AreaLevel
  name: string
  /** What the place calls itself: 街道, 镇, 社区, 村, 网格. */
  style: string
  parentId?: string
  /** Ids from the district down to this area, itself included. */
  path: readonly string[]
  /** On WeChat's maps (GCJ-02). */
  centre?: { longitude: number; latitude: number }
  /** Landmarks known in a grid or community, for finding a place without a map. */
  landmarks?: readonly string[]
}

/** A place that a phone may be at: to be confirmed by whoever holds it. */
export interface PlaceAround {
  areaId: string
  /** Street and community, as people say them. */
  words: string
  /** A landmark that tells it from its neighbours, or its own name. */
  near: string
  centre: NonNullable<Area['centre']>
}

/** Units are compared inside their class only (国办函〔2025〕66号). */
export type DepartmentClass = 'centre' | 'department' | 'utility' | 'street' | 'village'

/** 承办单位: a district department, a utility, a street office, a village or residents' committee, or the centre. */
export interface Department {
  _id: string
  name: string
  shortName: string
  class: DepartmentClass
  areaId: string
  /** Who must give an opinion when this unit escalates (Art. 20). */
  superiorId?: string
  calendarId: string
  active: boolean
}

export type StaffRole = 'contact' | 'deputy' | 'dispatcher' | 'supervisor' | 'gridWorker' | 'leader' | 'admin'

export type Role = 'resident' | StaffRole | 'system'

/** Tickets belong to posts, so leave or succession changes a post, not a thousand tickets. */
export interface Post {
  _id: string
  departmentId: string
  role: StaffRole
  title: string
  /** Row-level access of grid workers and street posts. */
  areaId: string
  /** `people` id of the holder; absent while the post is vacant. */
  personId?: string
  holderName?: string
  /** 值班电话 of the post, not of the person: a mobile number takes text messages, a landline only the centre's call. */
  dutyPhone?: string
  /** Of an A角: the post of its B角. */
  deputyPostId?: string
  /** Leave: between these instants the deputy stands in. */
  absence?: { from: number; to?: number; reason: string }
  /** Whoever brings its code before `until` takes the post up; only the code's hash is kept. */
  invitation?: { hash: string; name: string; until: number }
  active: boolean
}

/** `people/{HMAC(openid)}`: which posts a person holds. Nothing else is known of the person. */
export interface Person {
  _id: string
  postIds: readonly string[]
  displayName: string
}

/** 咨询 求助 投诉 举报 建议 (Art. 2). */
export type Kind = 'consult' | 'help' | 'complaint' | 'report' | 'suggestion'

/** Which of a profile's limits a matter falls under. */
export type LimitClass = 'emergency' | 'utility' | 'consult' | 'suggestion' | 'general' | 'complex'

/** 诉求类别; `code` is Open311's service_code and the document's id. */
export interface Service {
  _id: string
  code: string
  name: string
  /** One of the 15 level-1 classes of the taxonomy, and the level-2 class under it. */
  level1: string
  level2: string
  /** Words that tell this service; longer ones weigh more. Used until a trained model is there, and for classes without one. */
  words: readonly string[]
  limitClass: LimitClass
  /** Asked only when the service needs them. */
  questions?: readonly { id: string; label: string; choices?: readonly string[] }[]
}

/** A row of the 派单目录: who leads a service, where, on what basis. The most specific area wins. */
export interface CatalogueEntry {
  serviceCode: string
  /** The row holds in this area and below; absent = the whole district. */
  areaId?: string
  /** A department by id, or whoever governs the place: its street office or its village committee. */
  lead: { by: 'department'; departmentId: string } | { by: 'street' } | { by: 'village' }
  assist?: readonly string[]
  cc?: readonly string[]
  limitClass?: LimitClass
  /** The item of the 权责清单, quoted to whoever asks why. */
  basis: string
  /** Only a row that says so lets a village committee lead (Art. 17). */
  onVillageList?: boolean
}

export interface Catalogue {
  _id: string
  version: number
  effectiveFrom: number
  entries: readonly CatalogueEntry[]
}

export type RungAction = 'yellow' | 'remind' | 'red' | 'supervise' | 'raise' | 'interview'

/** A rung of the 督办 ladder, placed against a clock's due instant. */
export interface Rung {
  id: RungAction
  when:
    | { percent: number }
    | { before: Limit; unlessClockUnder?: Limit }
    | { atDue: true }
    | { dailyAfterDue: number }
    | { after: Limit }
  /** Who is told. */
  tell: readonly ('lead' | 'centre' | 'supervisor' | 'leader')[]
}

export type ClockKind =
  | 'promise'
  | 'accept'
  | 'acknowledge'
  | 'firstContact'
  | 'reply'
  | 'coTask'
  | 'ruleReturn'
  | 'ruleExtension'
  | 'ruleBlock'
  | 'ruleTermination'
  | 'consultation'
  | 'opinion'
  | 'review'
  | 'callback'
  | 'supervision'

export type Grade = 'verySatisfied' | 'satisfied' | 'fairlySatisfied' | 'dissatisfied' | 'veryDissatisfied'

/** 时限方案. Every number is a value with its basis; a tenant picks one. */
export interface Profile {
  _id: string
  name: string
  version: number
  /** The law or notice the numbers stand in, and how it was read: [P] primary, [N] press, [S] synthesis. */
  basis: string
  calendarId: string
  /** For the resident: from submission, never restarted. */
  promise: Readonly<Record<LimitClass, Limit>>
  /** The lead's own, from dispatch to the present lead. */
  reply: Readonly<Record<LimitClass, Limit>>
  /** The other clocks, each one limit. */
  steps: Readonly<Record<Exclude<ClockKind, 'promise' | 'reply'>, Limit>>
  /** Emergency class and priority callers (S32): their own first steps. */
  firstSteps: Readonly<Record<'emergency' | 'priority', { acknowledge: Limit; firstContact: Limit }>>
  /** The window in which a unit may apply to return a ticket; silence past it is acceptance. */
  returnWindow: Limit
  extension: { times: number; most: Limit }
  rework: { automatic: number }
  /** Phone callbacks: so many tries on different days, from this local hour. */
  callbackTries: { times: number; hour: number }
  reopenWindow: Limit
  expedite: { perDay: number; total: number }
  /** Local time at which the last day of a naturalDay limit ends, and whether it rolls on to the next workday. */
  naturalDayEnd: { at: string; rollToWorkday: boolean }
  ladder: readonly Rung[]
  satisfaction: Readonly<Record<Grade, number>>
  /** 当场办结: an outcome within so many natural minutes of the call. */
  onTheSpotMinutes?: number
  score: { response: number; resolution: number; satisfaction: number }
  /** Day of the month on which an assessment period starts: 1 = calendar month, 19 = from the 19th to the 18th. */
  assessmentStartsOn: number
}

export interface Settings {
  tenantName: string
  profileId: string
  districtAreaId: string
  /** The fallback owner of everything that has no other. */
  centreDepartmentId: string
  /** From which confidence a call without a service is dispatched by its words, 0 to 1; absent: the model's own, 2: never. */
  autoDispatchAt?: number
  /** Share, 0 to 1, of calls closed on a happy answer that somebody else of the centre asks again; absent: none. */
  secondCallShare?: number
  /** Open data for whoever asks (docs/open-data.md); absent: none is given. */
  openData?: {
    /** Where the function `open311` is reached from outside, without a slash at its end. */
    url: string
    /** Whom to ask about it. */
    contact: string
    /** Open311's jurisdiction_id; absent: any is accepted. */
    jurisdictionId?: string
  }
  /** What the tenant has otherwise than the product's own rules of reaching people. */
  notices?: Partial<NoticeRules>
}

/** One snapshot that decisions are taken on; `version` rises with any change, and a revoked post is one. */
export interface Directory {
  version: number
  areas: readonly Area[]
  departments: readonly Department[]
  posts: readonly Post[]
  services: readonly Service[]
  catalogue: Catalogue
  profiles: readonly Profile[]
  calendars: readonly Calendar[]
  settings: Settings
}
