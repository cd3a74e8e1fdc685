import type { AlarmName } from '../../../typings/contract/ticket'
import { alarms, harmless } from './alarm-words'

interface Raised {
  alarm: AlarmName
  /** What was said, and where it stands: UTF-16 units in the text given, the end not included. */
  words: string
  start: number
  end: number
}

export interface Safety {
  raised: readonly Raised[]
  /** Somebody's life or body may be in danger now: a person looks at once, and the caller is shown 110, 119, 120. */
  urgent: boolean
}

/** Alarms that don't wait for working hours. A group is told to the centre, but nobody bleeds. */
const urgentAlarms: ReadonlySet<AlarmName> = new Set(['emergency', 'selfHarm', 'violence', 'minor'])

/** What in a message must be seen by people at once, each alarm with its first words. Advice to people, never an answer. */
export function raiseAlarms(text: string): Safety {
  const read = masked(text)
  const raised: Raised[] = []
  for (const [alarm, patterns] of Object.entries(alarms) as [AlarmName, readonly RegExp[]][]) {
    const first = patterns
      .map((pattern) => pattern.exec(read))
      .filter((match) => match !== null)
      .sort((one, other) => one.index - other.index)[0]
    if (first) {
      const end = first.index + first[0].length
      raised.push({ alarm, words: text.slice(first.index, end), start: first.index, end })
    }
  }
  return { raised, urgent: raised.some(({ alarm }) => urgentAlarms.has(alarm)) }
}

/** Harmless phrases and ends of sentences become line ends, which no pattern's gap crosses; lengths stay as they were. */
function masked(text: string): string {
  const plain = text.replace(/[.\s!?;！？；。]/g, '\n')
  return harmless.reduce(
    (masking, phrase) => masking.replace(phrase, (found) => '\n'.repeat(found.length)),
    plain,
  )
}
