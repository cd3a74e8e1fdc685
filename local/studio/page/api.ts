import type { ClockOrder, Journey, StagePerson, StudioState } from '../state'

/** @throws Error in words that can be shown. */
async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch (error) {
    throw new Error('演示台没有回应：npm start 可能已经停了。', { cause: error })
  }
  const answer = (await response.json()) as T & { error?: { message: string } }
  if (!response.ok) throw new Error(answer.error?.message ?? `请求失败（${response.status}）`)
  return answer
}

export const people = (): Promise<StagePerson[]> => ask('/studio/people')

/** @param people whose inboxes are wanted */
export const state = (people: readonly string[]): Promise<StudioState> =>
  ask(`/studio/state?${new URLSearchParams(people.map((openid) => ['person', openid]))}`)

export const moveClock = (order: ClockOrder): Promise<Journey> =>
  ask('/studio/clock', { method: 'POST', body: JSON.stringify(order) })
