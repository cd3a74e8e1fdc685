import { z } from 'zod'
import type {
  MonthPlan,
  PlanCandidate,
  PlanInput,
  PlanOutput,
  PlansOutput,
} from '../../typings/contract/plans'
import type { Sheet } from '../domain/statistics/sheet'
import { refuse } from '../domain/errors'
import { isAboutConduct } from '../domain/routing/avoidance'
import { indexDirectory } from '../domain/routing/index-directory'
import { figureDay } from '../domain/statistics/figure-day'
import { monthSoFar, planMonths } from '../domain/statistics/month-volume'
import { nameAll } from '../platform/names'
import { type CallContext, operation } from '../platform/operation'
import { findPlan, keepPlan, listPlans } from '../platform/stores/plan-store'
import { type TopicDay, topicsOf } from '../platform/stores/topic-store'
import { keptOver, localDay, sumsBy } from './counted'
import { tellOwner } from './tell-owner'

const plansMost = 60
const candidatesMost = 10
const unitClasses = ['department', 'utility', 'street', 'centre']

/** 每月一题:选了哪些,还有哪些值得选。承办单位只看自己的。 */
export const plans = operation('supervision.plans', {
  input: z.object({}),
  async run(context): Promise<PlansOutput> {
    const { directory, now } = context
    const reader = readerOf(context)
    const { departments } = indexDirectory(directory)
    const [kept, candidates] = await Promise.all([
      listPlans(plansMost),
      reader.all ? candidatesOf(context) : [],
    ])
    const shown = kept.filter((plan) => reader.may(plan))
    return {
      plans: shown,
      candidates,
      mayChoose: reader.mayChoose,
      month: monthOf(now),
      units: reader.mayChoose
        ? [...departments.values()]
            .filter((unit) => unit.active && unitClasses.includes(unit.class))
            .map(({ _id, name }) => ({ departmentId: _id, name }))
        : [],
      names: nameAll([shown, candidates], indexDirectory(directory)),
      now,
    }
  },
})

/** 一题:谁负责、什么措施、哪天前,以及选题前后每个月的诉求量。 */
export const plan = operation('supervision.plan', {
  input: z.object({ planId: z.string().min(1).max(100) }),
  async run(context): Promise<PlanOutput> {
    const { input, directory, now } = context
    const reader = readerOf(context)
    const found = await findPlan(input.planId)
    if (!found || !reader.may(found)) return refuse('NOT_FOUND', 'input.planId')
    const months = planMonths(found.month, figureDay(now))
    const scope = { ...context, input: { serviceCode: found.serviceCode } }
    const sums = await keptOver(
      scope,
      months.map(({ span }) => span),
    )
    return {
      plan: found,
      months: months.map(({ span: _span, ...month }, i) => ({ ...month, calls: sums[i]?.counts.calls ?? 0 })),
      mayChoose: reader.mayChoose && found.month === monthOf(now),
      names: nameAll(found, indexDirectory(directory)),
      now,
    }
  },
})

/** 定为本月一题,或改它的措施和日期;告诉负责的单位。同样的内容再来一次,什么也不变。 */
export const choosePlan = operation('supervision.choosePlan', {
  input: z.object({
    serviceCode: z.string().min(1).max(80),
    title: z.string().trim().min(2).max(60),
    departmentId: z.string().min(1).max(80),
    measures: z.string().trim().min(5).max(1000),
    dueOn: localDay,
  }),
  async run(context: CallContext<PlanInput>): Promise<{ planId: string }> {
    const { input, directory, now } = context
    if (!readerOf(context).mayChoose) refuse('NOT_ALLOWED')
    const { services, departments } = indexDirectory(directory)
    const service = services.get(input.serviceCode)
    if (!service || isAboutConduct(service)) return refuse('SERVICE_NOT_FOUND', 'input.serviceCode')
    const unit = departments.get(input.departmentId)
    if (!unit?.active || !unitClasses.includes(unit.class))
      return refuse('DEPARTMENT_NOT_FOUND', 'input.departmentId')
    const today = figureDay(now)
    if (input.dueOn <= today) refuse('DATE_IN_PAST', 'input.dueOn')
    const _id = `${monthOf(now)}:${input.serviceCode}`
    const before = await findPlan(_id)
    if (before && same(before, input)) return { planId: _id }
    const chosen: MonthPlan = {
      ...input,
      _id,
      month: monthOf(now),
      because: before?.because ?? (await becauseOf(context)),
      version: (before?.version ?? 0) + 1,
      chosenAt: before?.chosenAt ?? now,
      changedAt: now,
    }
    if (!(await keepPlan(chosen))) refuse('VERSION_CONFLICT', undefined, '这一题刚刚有人改过，请刷新看看。')
    await tellOwner(chosen, directory, now)
    return { planId: _id }
  },
})

const monthOf = (now: number) => figureDay(now).slice(0, 7)

const same = (plan: MonthPlan, input: PlanInput) =>
  (Object.keys(input) as (keyof PlanInput)[]).every((field) => plan[field] === input[field])

function readerOf({ caller }: CallContext<unknown>) {
  const all = caller.actors.some(({ role }) => ['supervisor', 'leader', 'dispatcher'].includes(role))
  const own = new Set(
    caller.actors.flatMap(({ role, departmentId }) =>
      (role === 'contact' || role === 'deputy') && departmentId ? [departmentId] : [],
    ),
  )
  if (!all && own.size === 0) refuse('NOT_ALLOWED')
  return {
    all,
    mayChoose: caller.actors.some(({ role }) => role === 'supervisor'),
    may: ({ departmentId }: MonthPlan) => all || own.has(departmentId),
  }
}

async function candidatesOf(context: CallContext<unknown>): Promise<PlanCandidate[]> {
  const { services } = indexDirectory(context.directory)
  const { now, before } = monthSoFar(figureDay(context.now))
  const [sums, earlier, night] = await Promise.all([
    sumsBy('service', now, context),
    sumsBy('service', before, context),
    topicsOf(),
  ])
  return Object.keys(sums)
    .flatMap((serviceCode) => {
      const service = services.get(serviceCode)
      const calls = callsIn(sums, serviceCode)
      if (!service || isAboutConduct(service) || calls === 0) return []
      const topic = topicFor(night, serviceCode)
      return [{ serviceCode, calls, before: callsIn(earlier, serviceCode), ...(topic && { topic }) }]
    })
    .sort((one, other) => other.calls - one.calls || one.serviceCode.localeCompare(other.serviceCode))
    .slice(0, candidatesMost)
}

const callsIn = (sheet: Sheet, serviceCode: string) => sheet[serviceCode]?.counts.calls ?? 0

const topicFor = (night: TopicDay | undefined, serviceCode: string) =>
  night?.topics.find((topic) => topic.serviceCode === serviceCode)?.title

async function becauseOf(context: CallContext<PlanInput>): Promise<string> {
  const { now, before } = monthSoFar(figureDay(context.now))
  const [sums, earlier] = await Promise.all([
    sumsBy('service', now, context),
    sumsBy('service', before, context),
  ])
  const { serviceCode } = context.input
  return `选题时，本月 ${callsIn(sums, serviceCode)} 件，上月同期 ${callsIn(earlier, serviceCode)} 件。`
}
