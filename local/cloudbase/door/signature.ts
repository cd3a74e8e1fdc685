import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { Signer } from '@cloudbase/signature-nodejs'
import { CloudError } from '../action'
import type { Clock } from '../clock/clock'

export interface Credentials {
  secretId: string
  secretKey: string
}

export interface SignedRequest {
  /** Path and query as they came. */
  url: string
  headers: IncomingHttpHeaders
  body: Readonly<Record<string, unknown>>
}

const FORM =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/[\d-]+\/tcb\/tc3_request, SignedParams=([^,]*), SignedHeaders=([^,]*), Signature=([0-9a-f]{64})$/

/** Seconds; the SDK says so in X-Signature-Expires (sdk-source). */
const EXPIRES_DEFAULT = 600

/**
 * Checks TC3-HMAC-SHA256 as the SDK signs it, with the SDK's own signer. The method is signed in lower case (sdk-source).
 * @throws CloudError SIGN_PARAM_INVALID (official-doc: 认证参数非法; which code an expired signature gets is a guess)
 */
export function verifySignature(request: SignedRequest, credentials: Credentials, clock: Clock): void {
  const [, secretId, params, signedHeaders, signature] = FORM.exec(request.headers.authorization ?? '') ?? []
  if (
    secretId === undefined ||
    params === undefined ||
    signedHeaders === undefined ||
    signature === undefined
  ) {
    throw refused('the authorization header is missing or malformed')
  }
  if (secretId !== credentials.secretId) throw refused('unknown secret id')
  const timestamp = Number(request.headers['x-timestamp'])
  const expires = Math.min(Number(request.headers['x-signature-expires'] ?? EXPIRES_DEFAULT), EXPIRES_DEFAULT)
  if (!clock.accepts(timestamp * 1000, expires * 1000)) throw refused('the signature has expired')

  const names = signedHeaders.split(';')
  const headers = Object.fromEntries(names.map((name) => [name, request.headers[name] ?? '']))
  const signer = new Signer(credentials, 'tcb')
  const url = `http://${request.headers.host}${request.url}`
  const expected = signer.tc3sign('post', url, headers, pick(request.body, params.split(';')), timestamp, {})
  if (!timingSafeEqual(Buffer.from(String(expected.signature), 'hex'), Buffer.from(signature, 'hex'))) {
    throw refused('the signature does not match')
  }
}

function pick(body: Readonly<Record<string, unknown>>, lowerCaseNames: string[]): Record<string, unknown> {
  const wanted = new Set(lowerCaseNames)
  return Object.fromEntries(Object.entries(body).filter(([key]) => wanted.has(key.toLowerCase())))
}

function refused(why: string): CloudError {
  return new CloudError('SIGN_PARAM_INVALID', `Signature refused: ${why}.`)
}
