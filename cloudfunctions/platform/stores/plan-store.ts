import type { MonthPlan } from '../../../typings/contract/plans'
import { _, db, insertOnce } from '../cloud'

const plans = () => db.collection('plans')

export async function findPlan(id: string): Promise<MonthPlan | undefined> {
  const { data } = await plans().doc(id).get()
  return (data as MonthPlan[])[0]
}

/** The latest month first. */
export async function listPlans(limit: number): Promise<MonthPlan[]> {
  const { data } = await plans()
    .where({ _id: _.gt('') })
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as MonthPlan[]
}

/** @returns false where somebody else wrote it first. */
export async function keepPlan(plan: MonthPlan): Promise<boolean> {
  if (plan.version === 1) return insertOnce('plans', plan)
  const { _id, ...fields } = plan
  const { updated } = await plans()
    .where({ _id, version: plan.version - 1 })
    .update(fields)
  return updated === 1
}
