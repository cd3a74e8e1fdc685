import type { SubmitInput } from '../../../typings/contract/commands'
import type { Directory } from '../../../typings/contract/directory'
import type { Guess } from '../../../typings/contract/suggestion'
import type { Alarm } from '../../../typings/contract/ticket'
import { indexDirectory } from '../routing/index-directory'
import { suggestFromText } from '../routing/text/suggest-from-text'
import { trainedModel } from '../routing/text/trained-model'
import { raiseAlarms } from '../safety/raise-alarms'
import { ticketSignature } from '../similarity/ticket-signature'
import { inlineText } from './inline-text'

const alarmWordsMost = 40

/** What the words of a call told, before anybody read them. */
export interface Heard {
  guess: Guess
  alarms: readonly Alarm[]
  /** Somebody may be in danger now. */
  urgent: boolean
  signature: readonly string[]
}

/** Which service, what danger, which same trouble: about a millisecond, nothing read or written. */
export function hear(input: SubmitInput, directory: Directory): Heard {
  const subject = input.subject ?? ''
  const detail = input.description.slice(0, inlineText)
  const { raised, urgent } = raiseAlarms(`${subject}\n${detail}`)
  const guess = hurried(
    guessOf({ subject, detail }, directory),
    raised.some(({ alarm }) => alarm === 'emergency'),
    directory,
  )
  const path = indexDirectory(directory).areas.get(input.place.areaId)?.path ?? []
  const serviceCode = input.serviceCode ?? guess.serviceCode
  return {
    guess,
    alarms: raised.map(({ alarm, words }) => ({ alarm, words: words.slice(0, alarmWordsMost) })),
    urgent,
    signature: ticketSignature({
      subject,
      detail,
      path,
      ...(input.place.address && { address: input.place.address }),
      ...(serviceCode && { serviceCode }),
    }),
  }
}

/** By the model that travels with the code, at the tenant's own threshold. */
export const guessOf = (message: { subject?: string; detail: string }, directory: Directory): Guess =>
  suggestFromText(message, directory.services, trainedModel(), directory.settings.autoDispatchAt)

/** Danger doesn't wait for the desk: an alarm and an emergency service named by the words are enough to send it. */
function hurried(guess: Guess, isEmergency: boolean, directory: Directory): Guess {
  const service = indexDirectory(directory).services.get(guess.serviceCode ?? '')
  const mayBeSent = (directory.settings.autoDispatchAt ?? 0) <= 1
  const auto = guess.auto || (isEmergency && service?.limitClass === 'emergency' && mayBeSent)
  return { ...guess, auto }
}
