import { createHash, randomBytes } from 'node:crypto'
import type { Hash, Sealing } from '../domain/audit/seal'

export const hash: Hash = (parts) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** What the domain seals by: it has neither crypto nor chance of its own. */
export const sealing: Sealing = { hash, salt: () => randomBytes(12).toString('base64url') }
