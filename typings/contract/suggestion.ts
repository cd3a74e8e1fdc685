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
  /** Who says so; absent where nothing was heard. Catalogue words are no probability. */
  basis?: Guess['basis']
  /** Sure enough to be dispatched without anybody's choice. */
  auto?: boolean
  /** The words that told it. */
  why: readonly string[]
  alternatives: readonly Suggested[]
  department?: string
  reason?: string
}

/** What a ticket keeps of how its words were heard at submission, for the desk to choose from. */
export interface Guess {
  /** Absent where the class is known and no word tells which of its services. */
  serviceCode?: string
  level1: string
  confidence: number
  /** `both`: the trained model and the catalogue's words say the same. */
  basis: 'model' | 'catalogueWords' | 'both'
  /** It was dispatched by it, unless the caller chose. */
  auto: boolean
  alternatives: readonly { serviceCode?: string; level1: string; confidence: number }[]
  why: readonly string[]
}
