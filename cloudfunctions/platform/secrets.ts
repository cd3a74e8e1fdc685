import { createHmac } from 'node:crypto'
import { checkCharacter } from '../domain/ticket/number'

/**
 * Keys from the function's environment: ALIAS_KEYS = `2:newkey,1:oldkey`, the current one first. Ids carry the key's
 * version, so that those made under the previous key are still found during an overlap (decisions.md).
 */
interface Key {
  version: string
  secret: string
}

function keys(): Key[] {
  const configured = process.env.ALIAS_KEYS ?? ''
  const list = configured.split(',').flatMap((pair) => {
    const [version, secret] = pair.split(':')
    return version && secret ? [{ version, secret }] : []
  })
  if (list.length === 0) throw new Error('ALIAS_KEYS is not set: no identity can be made')
  return list
}

/** What an id is for is part of what is hashed, so that a resident's alias never equals the same person's post id. */
type Purpose =
  | 'person'
  | 'caller'
  | 'ticket'
  | 'receipt'
  | 'receiptHash'
  | 'evaluation'
  | 'invitation'
  | 'lot'
  | 'invitationHash'

const digest = ({ secret }: Key, purpose: Purpose, parts: readonly string[]) =>
  createHmac('sha256', secret)
    .update([purpose, ...parts].join('\u0000'))
    .digest()

const id = (key: Key, purpose: Purpose, parts: readonly string[]) =>
  `${key.version}.${digest(key, purpose, parts).subarray(0, 18).toString('base64url')}`

function current(): Key {
  const [key] = keys()
  if (!key) throw new Error('ALIAS_KEYS is not set')
  return key
}

/** `people` ids of a staff member: under the current key first. */
export const personIds = (openid: string): string[] => keys().map((key) => id(key, 'person', [openid]))

/** A named caller: the same over all their calls. */
export const callerAliases = (openid: string): string[] => keys().map((key) => id(key, 'caller', [openid]))

/** An anonymous call: no two can be linked, nor to a named one. */
export const anonymousAlias = (openid: string, commandId: string): string =>
  id(current(), 'caller', [openid, commandId])

/** A retry of the same command can't make a second ticket. */
export const ticketIdFor = (openid: string, commandId: string): string =>
  id(current(), 'ticket', [openid, commandId])

/** Of an evaluation's proof: a retry writes the same, so that whichever of two wins, ticket and answers agree. */
export const evaluationSalt = (evaluationId: string): string => id(current(), 'evaluation', [evaluationId])

/** 0 to 1, the same whenever this ticket is asked for: nobody without the key can tell on whom it falls. */
export const lotOf = (ticketId: string): number =>
  digest(current(), 'lot', [ticketId]).readUInt32BE(0) / 2 ** 32

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 14 characters of 31 (69 bits) and a check character, in groups of five: AB3DE-…; a retry gives the same. */
export const receiptCode = (openid: string, commandId: string): string =>
  codeFrom('receipt', [openid, commandId])

/** 上岗码, of the same make. @param what post and directory version: another invitation has another code */
export const invitationCode = (openid: string, what: string): string => codeFrom('invitation', [openid, what])

function codeFrom(purpose: Purpose, parts: readonly string[]): string {
  const bytes = digest(current(), purpose, parts)
  const body = [...bytes.subarray(0, 14)].map((byte) => letters[byte % letters.length]).join('')
  return `${body}${checkCharacter(body)}`.replace(/(.{5})(?=.)/g, '$1-')
}

/** Spaces, dashes and case do not matter. @returns undefined where the check character is wrong. */
export const receiptHashes = (code: string): string[] | undefined => hashesOf('receiptHash', code)

export const invitationHashes = (code: string): string[] | undefined => hashesOf('invitationHash', code)

function hashesOf(purpose: Purpose, code: string): string[] | undefined {
  const plain = code.toUpperCase().replace(/[\s-]/g, '')
  if (plain.length !== 15 || checkCharacter(plain.slice(0, 14)) !== plain[14]) return undefined
  return keys().map((key) => id(key, purpose, [plain]))
}

export const receiptHash = (code: string): string => receiptHashes(code)?.[0] ?? ''
