import type { LimitClass, Profile, Rung } from '../../../typings/contract/directory'
import type { Limit, LimitUnit } from '../../../typings/contract/time'

/**
 * Ready-made 时限方案. Each `basis` says which of its numbers stand in a law or notice: [P] the primary text was read,
 * [N] press, [C] read off public code, [S] our own synthesis, which is everything that a basis doesn't name. A tenant
 * copies one and edits it; none of these numbers is a constant of the product.
 */
const limit = (amount: number, unit: LimitUnit): Limit => ({ amount, unit })
const hours = (amount: number) => limit(amount, 'naturalHour')
const days = (amount: number) => limit(amount, 'naturalDay')
const workdays = (amount: number) => limit(amount, 'workDay')
const workMinutes = (amount: number) => limit(amount, 'workMinute')

const allClasses = (same: Limit): Record<LimitClass, Limit> => ({
  emergency: same,
  utility: same,
  consult: same,
  suggestion: same,
  general: same,
  complex: same,
})

/** [S] 70 % of the time yellow, a day before due 催办, overdue red and 督办 daily, then raised, then 约谈. */
export const ladder: readonly Rung[] = [
  { id: 'yellow', when: { percent: 70 }, tell: ['lead'] },
  { id: 'remind', when: { before: hours(24), unlessClockUnder: hours(48) }, tell: ['lead'] },
  { id: 'red', when: { atDue: true }, tell: ['lead', 'centre', 'supervisor'] },
  { id: 'supervise', when: { dailyAfterDue: 5 }, tell: ['lead', 'supervisor'] },
  { id: 'raise', when: { after: workdays(3) }, tell: ['lead', 'supervisor', 'leader'] },
  { id: 'interview', when: { after: workdays(5) }, tell: ['lead', 'centre', 'supervisor', 'leader'] },
]

/** [S] What the laws and notices leave open. The weights of the score are an example [C], never "the standard". */
const common = {
  version: 1,
  calendarId: 'work',
  steps: {
    accept: workdays(1),
    acknowledge: workMinutes(240),
    firstContact: workdays(1),
    coTask: workdays(3),
    ruleReturn: workdays(1),
    ruleExtension: workdays(1),
    ruleBlock: workdays(2),
    ruleTermination: workdays(2),
    consultation: workdays(1),
    opinion: workdays(3),
    review: workdays(2),
    callback: days(3),
    supervision: workdays(2),
  },
  firstSteps: {
    emergency: { acknowledge: hours(1), firstContact: hours(2) },
    priority: { acknowledge: workMinutes(120), firstContact: workMinutes(240) },
  },
  returnWindow: workdays(2),
  extension: { times: 1, most: workdays(10) },
  rework: { automatic: 2 },
  callbackTries: { times: 3, hour: 10 },
  reopenWindow: days(30),
  expedite: { perDay: 1, total: 5 },
  naturalDayEnd: { at: '24:00', rollToWorkday: false },
  ladder,
  satisfaction: {
    verySatisfied: 1,
    satisfied: 1,
    fairlySatisfied: 0.9,
    dissatisfied: 0,
    veryDissatisfied: 0,
  },
  score: { response: 0.1, resolution: 0.5, satisfaction: 0.4 },
  assessmentStartsOn: 1,
} satisfies Partial<Profile>

/** For the resident the same number as for the unit: what the centre needs to dispatch isn't added to the promise. */
const both = (limits: Record<LimitClass, Limit>) => ({ promise: limits, reply: limits })

const beijingLimits: Record<LimitClass, Limit> = {
  emergency: hours(2),
  utility: hours(24),
  consult: days(7),
  suggestion: days(7),
  general: days(7),
  complex: days(15),
}

export const beijing: Profile = {
  ...common,
  _id: 'beijing',
  name: '北京（自然时）',
  basis:
    'DB11/T 2021-2022 [N，数字取自征求意见稿]：Ⅰ类紧急 2 小时反馈，Ⅱ类水电气热 24 小时，Ⅲ类一般 7 天，Ⅳ类复杂 15 天。咨询、建议按Ⅲ类及其余各步时限为综合设定 [S]',
  ...both(beijingLimits),
}

const shanghaiLimits: Record<LimitClass, Limit> = {
  emergency: hours(2),
  utility: hours(24),
  consult: workdays(1),
  suggestion: workdays(1),
  general: workdays(5),
  complex: workdays(15),
}

export const shanghai: Profile = {
  ...common,
  _id: 'shanghai',
  name: '上海 1-5-15',
  basis:
    '上海 12345 “1-5-15” [N]：咨询、建议 1 个工作日，审核 3 个工作日，求助、投诉 5 个工作日，疑难经批准 15 个工作日。紧急 2 小时、水电气热 24 小时及其余各步时限为综合设定 [S]',
  ...both(shanghaiLimits),
  steps: { ...common.steps, review: workdays(3) },
}

export const jinan: Profile = {
  ...common,
  _id: 'jinan',
  name: '济南 5 个工作日',
  basis:
    '《济南市12345政务服务便民热线条例》第二十四条 [P]：5 个工作日内办理、答复并反馈；法定时限更长或客观上需要更长的，告知措施和明确日期。签收、联系、审核、回访、退回、延期等其余各步时限为综合设定 [S]',
  ...both(allClasses(workdays(5))),
}

export const weifang: Profile = {
  ...common,
  _id: 'weifang',
  name: '潍坊 5 个工作日',
  basis:
    '《潍坊市12345政务服务便民热线条例》第二十条 [P]：5 个工作日；法定时限更长的从其规定。其余各步时限为综合设定 [S]',
  ...both(allClasses(workdays(5))),
}

export const shandong: Profile = {
  ...common,
  _id: 'shandong',
  name: '山东 5 个工作日',
  basis:
    '山东省 12345 工作规范 [N]：5 个工作日；延期一般不超过 10 个工作日；不属本单位职责的 2 个工作日内说明理由退回。其余各步时限为综合设定 [S]',
  ...both(allClasses(workdays(5))),
}

const yueqingLimits: Record<LimitClass, Limit> = {
  emergency: workdays(1),
  utility: workdays(1),
  consult: workdays(2),
  suggestion: workdays(5),
  general: workdays(5),
  complex: workdays(15),
}

export const yueqing: Profile = {
  ...common,
  _id: 'yueqing',
  name: '乐清 1-2-5-15',
  basis:
    '乐清民呼我应 [N]：1 个工作日响应，咨询 2 个工作日，建议、投诉 5 个工作日，疑难 15 个工作日。紧急与水电气热 1 个工作日及其余各步时限为综合设定 [S]',
  ...both(yueqingLimits),
}

export const xinfang: Profile = {
  ...common,
  _id: 'xinfang',
  name: '信访 60 日',
  basis:
    '《信访工作条例》（2022）[P]：15 日内登记转送，5 个工作日内提出异议，60 日内办结，延长不超过 30 日，30 日内请求复查、复核。期间末日顺延按《民法典》第二百零三条。其余各步时限为综合设定 [S]',
  ...both(allClasses(days(60))),
  steps: { ...common.steps, accept: days(15) },
  returnWindow: workdays(5),
  extension: { times: 1, most: days(30) },
  reopenWindow: days(30),
  naturalDayEnd: { at: '24:00', rollToWorkday: true },
}

/** 示例: like 济南, assessed from the 19th to the 18th as one district's published code does [C]. */
export const sample: Profile = {
  ...jinan,
  _id: 'sample',
  name: '示例（考核月 19 日至 18 日）',
  basis: `${jinan.basis}。考核月与评分权重 0.1、0.5、0.4 取自一区公开代码 [C]，仅为示例`,
  assessmentStartsOn: 19,
}

export const profiles: readonly Profile[] = [
  beijing,
  shanghai,
  jinan,
  weifang,
  shandong,
  yueqing,
  xinfang,
  sample,
]
