import type { Mark } from './action'

/** A limit of the platform, with its unit and where it was read. */
interface Limit {
  value: number
  unit: string
  mark: Mark
  source: string
}

function limit(value: number, unit: string, mark: Mark, source: string): Limit {
  return { value, unit, mark, source }
}

/** The database's limits, as the emulator enforces them. */
export const databaseLimits = {
  defaultLimit: limit(100, 'documents', 'sdk-source', '@cloudbase/database query.js, get()'),
  maxLimit: limit(1000, 'documents', 'sdk-source', '@cloudbase/database query.js, get()'),
  documentBytes: limit(
    16 * 1024 * 1024,
    'bytes of BSON; counted here in EJSON',
    'official-doc',
    'docs.cloudbase.net, database limits',
  ),
  transactionLifetime: limit(
    30_000,
    'ms of the emulator clock',
    'official-doc',
    'docs.cloudbase.net, database transactions',
  ),
  lockWait: limit(
    5_000,
    'ms of real time',
    'guess',
    'MongoDB lets a plain write wait for a transaction; how long the platform waits is unknown',
  ),
  inValues: limit(
    1000,
    'values that an index is asked for; beyond, the documents decide',
    'guess',
    'a bound of the emulator',
  ),
} as const satisfies Record<string, Limit>
