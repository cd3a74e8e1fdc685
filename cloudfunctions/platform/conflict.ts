import { DomainError } from '../domain/errors'

/** VERSION_CONFLICT with the ticket as it is now: the person looks again, nothing is retried silently. */
export class VersionConflict extends DomainError {
  constructor(readonly fresh: unknown) {
    super('VERSION_CONFLICT', 'version')
  }
}
