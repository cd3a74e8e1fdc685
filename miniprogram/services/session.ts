import type { Session } from '../../typings/contract/session'
import { ask } from './cloud'

let known: Promise<Session> | undefined

/** Who the person of this phone is; asked once a launch, and again after a failure. @throws CallFailure */
export function session(): Promise<Session> {
  known ??= ask('directory.session', {}).catch((error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

/** After a post was given or taken. */
export function forgetSession(): void {
  known = undefined
}
