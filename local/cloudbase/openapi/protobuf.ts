/**
 * The few protobuf fields of wx-server-sdk's open API, by number (sdk-source, wx-server-sdk 4.0.2):
 * CommApiData {1 apiType, 2 openapiData {1 pairs {1 key, 2 value}}} and
 * CommOpenApiResp {1 respData, 2 contentType, 3 errorCode, 4 httpCode}.
 */
export interface OpenApiResponse {
  body: Buffer
  contentType: string
  /** WeChat's system error, negative as in -604101; 0 when the API itself answered. */
  errorCode: number
}

interface Field {
  number: number
  varint?: bigint
  bytes?: Buffer
}

const WIRE_VARINT = 0
const WIRE_BYTES = 2

/** @returns the parameters: each value is JSON text. @throws RangeError when the bytes aren't such a message. */
export function decodeRequest(message: Buffer): Record<string, unknown> {
  const openapi = fieldsOf(message).find(({ number }) => number === 2)?.bytes ?? Buffer.alloc(0)
  const pairs = fieldsOf(openapi).flatMap(({ number, bytes }) => {
    if (number !== 1 || bytes === undefined) return []
    const pair = fieldsOf(bytes)
    const text = (wanted: number): string =>
      pair.find((field) => field.number === wanted)?.bytes?.toString('utf8') ?? ''
    return [[text(1), JSON.parse(text(2)) as unknown] as const]
  })
  return Object.fromEntries(pairs)
}

export function encodeResponse({ body, contentType, errorCode }: OpenApiResponse): Buffer {
  const type = Buffer.from(contentType, 'utf8')
  return Buffer.concat([
    key(1, WIRE_BYTES),
    varint(BigInt(body.length)),
    body,
    key(2, WIRE_BYTES),
    varint(BigInt(type.length)),
    type,
    key(3, WIRE_VARINT),
    // A negative int32 is written as its 64-bit two's complement.
    varint(BigInt.asUintN(64, BigInt(errorCode))),
    key(4, WIRE_VARINT),
    varint(200n),
  ])
}

function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const read = (): bigint => {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message.readUInt8(at)
      at += 1
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
    throw new RangeError('A varint is too long.')
  }
  while (at < message.length) {
    const tag = Number(read())
    const number = tag >>> 3
    if ((tag & 7) === WIRE_VARINT) {
      fields.push({ number, varint: read() })
    } else if ((tag & 7) === WIRE_BYTES) {
      const length = Number(read())
      if (at + length > message.length) throw new RangeError('A field is longer than its message.')
      fields.push({ number, bytes: message.subarray(at, at + length) })
      at += length
    } else {
      throw new RangeError(`The wire type ${tag & 7} is not expected here.`)
    }
  }
  return fields
}

function key(number: number, wireType: number): Buffer {
  return varint(BigInt((number << 3) | wireType))
}

function varint(value: bigint): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Buffer.from(bytes)
}
