import type { Service } from './directory'

interface Suggested {
  serviceCode: string
  name: string
  /** Asked only where the service needs them. */
  questions?: Service['questions']
}

/** What the words of a call sound like: a service, why, two alternatives, and who would answer. */
export interface Suggestion extends Partial<Suggested> {
  /** 0 to 1. */
  confidence: number
  /** The words that told it. */
  why: readonly string[]
  alternatives: readonly Suggested[]
  department?: string
  reason?: string
}
