import type { Timestamp } from './time'

export interface Exemption {
  /** Clock id, or `callback:<round>`. */
  of: string
  code: 'objective' | 'policy' | 'malicious' | 'tolerance'
  evidence: string
  approverPostId: string
  at: Timestamp
}
