/** Advice on a reply before it is sent; nothing here keeps it from being sent. */
export interface ReplyFinding {
  kind: 'leak' | 'offTopic' | 'template' | 'noSubstance' | 'discourteous'
  /** UTF-16 units in the reply, the end not included; equal where something is missing there. */
  start: number
  end: number
  /** The words at that place, shortened; empty where something is missing, or the whole is meant. */
  quote: string
  /** In Chinese. */
  advice: string
}

export interface ReplyCheckOutput {
  /** Somebody's personal data first. */
  findings: readonly ReplyFinding[]
}
