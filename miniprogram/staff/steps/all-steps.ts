import type { CommandName } from '../../../typings/contract/commands'
import { againSteps } from './again-steps'
import { centreSteps } from './centre-steps'
import { findingSteps } from './finding-steps'
import { deskSteps } from './desk-steps'
import { handlingSteps } from './handling-steps'
import { jointSteps } from './joint-steps'
import type { Standing, Step } from './step'

const { note, handOver, ...joint } = jointSteps

/** In the order of offering: what presses most first, words to each other last. */
const steps = {
  ...centreSteps,
  ...deskSteps,
  ...againSteps,
  ...joint,
  ...handlingSteps,
  ...findingSteps,
  handOver,
  note,
} satisfies Partial<Record<CommandName, Step>>

export type StepName = keyof typeof steps

export const stepNamed = (name: StepName): Step => steps[name]

interface StepButton {
  name: StepName
  action: string
}

export interface Offer {
  /** The one next thing, or nothing to be done by this reader. */
  next?: StepButton
  /** Answering has a page of its own; it is next where nothing else is. */
  mayReply: boolean
  /** 公开 has a page of its own as well. */
  mayPublish: boolean
  isPublic: boolean
  more: StepButton[]
}

/** What this reader is offered, from what they may do and what the ticket asks for. */
export function offerOf(mayDo: readonly string[], standing: Standing): Offer {
  const { kind, againstDepartmentId, publication } = standing.ticket
  const fitting = (Object.keys(steps) as StepName[])
    .filter((name) => mayDo.includes(name) && stepNamed(name).fits(standing))
    .map((name): StepButton => ({ name, action: stepNamed(name).action }))
  const next = fitting.find(({ name }) => stepNamed(name).isNext(standing))
  return {
    ...(next && { next }),
    mayReply: mayDo.includes('reply'),
    mayPublish: mayDo.includes('publish') && kind !== 'report' && againstDepartmentId === undefined,
    isPublic: publication?.state === 'published',
    more: fitting.filter(({ name }) => name !== next?.name),
  }
}
