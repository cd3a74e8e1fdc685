import type { IncomingMessage } from 'node:http'
import { CloudError } from '../action'

/**
 * Reads a request's body whole. What exceeds the limit is drained, not kept, so that the answer can be read.
 * @throws CloudError EXCEED_REQUEST_SIZE_LIMIT
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= limit) chunks.push(chunk)
  }
  if (bytes > limit) throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', `The request exceeds ${limit} bytes.`)
  return Buffer.concat(chunks)
}

/** @throws CloudError INVALID_PARAM unless the body is one JSON object. */
export function parseObject(body: Buffer): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `The body isn't JSON: ${(error as Error).message}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CloudError('INVALID_PARAM', 'The body must be a JSON object.')
  }
  return value as Record<string, unknown>
}

/** The fields of a multipart/form-data body, as `form-data` writes them; every value is a Buffer. */
export function parseMultipart(body: Buffer, contentType: string): Record<string, Buffer> {
  const boundary = /boundary=("?)([^";]+)\1/.exec(contentType)?.[2]
  if (boundary === undefined) throw new CloudError('INVALID_PARAM', 'The multipart body has no boundary.')
  const fields: Record<string, Buffer> = {}
  const mark = Buffer.from(`--${boundary}`)
  for (let start = body.indexOf(mark); start >= 0;) {
    const end = body.indexOf(mark, start + mark.length)
    if (end < 0) break
    const part = body.subarray(start + mark.length + 2, end - 2)
    const head = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, Math.max(head, 0)).toString('utf8'))?.[1]
    if (head >= 0 && name !== undefined) fields[name] = part.subarray(head + 4)
    start = end
  }
  return fields
}
