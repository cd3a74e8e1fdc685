import type { Timestamp } from './time'

/** 代办: somebody calls for somebody else, who said yes; both learn the result. */
export interface Behalf {
  relation: 'gridWorker' | 'family' | 'neighbour'
  /** How the person agreed: beside the caller, by telephone, in writing. */
  consent: 'present' | 'telephone' | 'written'
  consentedAt: Timestamp
  /** Of a grid worker. */
  postId?: string
}
