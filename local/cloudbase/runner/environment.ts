import { APP_ID, type Caller } from './caller'

/** Where an instance stands: what the SDK needs to reach and to be recognised by the emulator. */
export interface InstancePlace {
  /** The emulator, as in http://127.0.0.1:9500. */
  url: string
  envId: string
  region: string
  secretId: string
  secretKey: string
  /** Variables of the developer's own, as typed in the console. */
  own: Readonly<Record<string, string>>
}

/**
 * The variables of a process's whole life. The emulator's own environment isn't inherited: the cloud has no such.
 * Each was a trap, see local/README.md.
 */
export function processEnvironment(place: InstancePlace, functionName: string): Record<string, string> {
  return {
    ...place.own,
    PATH: process.env.PATH ?? '',
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: place.region,
    TENCENTCLOUD_SECRETID: place.secretId,
    TENCENTCLOUD_SECRETKEY: place.secretKey,
    SCF_NAMESPACE: place.envId,
    SCF_FUNCTIONNAME: functionName,
    TCB_ENV: place.envId,
  }
}

/** Variables that change with each invocation; null means absent. */
export type InvocationEnvironment = Record<string, string | null>

/** Tells the caller, and gives the SDK an address that names the invocation, so that each round trip has an owner. */
export function invocationEnvironment(
  place: InstancePlace,
  invocation: string,
  caller: Caller,
): InvocationEnvironment {
  const known = caller.openid !== undefined
  return {
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_TRACELOG,TCB_SOURCE,TCB_UUID,TCB_ISANONYMOUS_USER',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${place.url}/admin/${invocation}` }),
    TCB_SEQID: invocation,
    TCB_SOURCE: caller.source ?? 'other',
    WX_CONTEXT_KEYS: known
      ? 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN'
      : 'WX_API_TOKEN,WX_TRIGGER_API_TOKEN_V0',
    WX_OPENID: caller.openid ?? null,
    WX_APPID: known ? APP_ID : null,
    WX_UNIONID: caller.unionid ?? null,
    WX_API_TOKEN: known ? 'local-api-token' : null,
    WX_TRIGGER_API_TOKEN_V0: caller.trigger === 'timer' ? 'local-trigger-token' : null,
    TRIGGER_SRC: caller.trigger ?? null,
  }
}

/** The second argument of `exports.main`, with what the SDK's parseContext reads (sdk-source). */
export function invocationContext(
  place: InstancePlace,
  functionName: string,
  invocation: string,
  timeoutMs: number,
  environment: InvocationEnvironment,
): Record<string, unknown> {
  return {
    request_id: invocation,
    function_name: functionName,
    function_version: '$LATEST',
    namespace: place.envId,
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeoutMs,
    environment: JSON.stringify(
      Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== null)),
    ),
    tencentcloud_region: place.region,
  }
}
