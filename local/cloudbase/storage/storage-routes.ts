import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Routes, Visit } from '../door/door'
import { replyJson } from '../door/reply'
import { parseObject, readBody } from '../door/request-body'
import { checkPath, fileIdOf } from './file-id'
import { storageActions, type StorageOptions } from './storage-actions'

/** The types that a call may carry; anything else is bytes. */
const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
}

const BATCH_BYTES_MAX = 64 * 1024

/** The object store's side (`/cos`), and the phone's uploadFile, getTempFileURL and deleteFile (`/files`), which no SDK signs. */
export function storageRoutes(options: StorageOptions): Routes {
  const { files } = options
  const actions = storageActions(options)

  return {
    async 'PUT /cos'({ request, response, rest }) {
      const path = checkPath(decodeURIComponent(rest))
      const permit = new URLSearchParams(request.headers.authorization ?? '')
      if (!permitted(options, 'put', path, permit.get('until'), permit.get('sign'), response))
        return drain(request)
      await files.put(path, request)
      response.writeHead(200).end()
    },
    'GET /cos': (visit) => download(visit, options),
    'HEAD /cos': (visit) => download(visit, options),

    async 'PUT /files'({ request, response, rest }) {
      const path = checkPath(decodeURIComponent(rest))
      await files.put(path, request)
      replyJson(response, 200, { ok: true, data: { fileID: fileIdOf(path) } })
    },
    async 'POST /files'({ request, response, requestId }) {
      const { fileList, remove } = parseObject(await readBody(request, BATCH_BYTES_MAX))
      const context = { now: 0, requestId, charge: () => undefined }
      if (remove !== undefined) {
        const removed = await actions['storage.batchDeleteFile']?.handle({ fileid_list: remove }, context)
        const { delete_list } = removed?.data as { delete_list: unknown }
        return replyJson(response, 200, { ok: true, data: { fileList: delete_list } })
      }
      const file_list = Array.isArray(fileList) ? fileList.map((fileid) => ({ fileid })) : fileList
      const answer = await actions['storage.batchGetDownloadUrl']?.handle({ file_list }, context)
      const { download_list } = answer?.data as { download_list: unknown }
      replyJson(response, 200, { ok: true, data: { fileList: download_list } })
    },
  }
}

async function download({ request, response, url, rest }: Visit, options: StorageOptions): Promise<void> {
  const path = checkPath(decodeURIComponent(rest))
  const { searchParams } = url
  if (!permitted(options, 'get', path, searchParams.get('t'), searchParams.get('sign'), response)) return
  const size = await options.files.size(path)
  if (size === undefined) return refuse(response, 404, 'NoSuchKey', 'The specified key does not exist.')
  const type = types[extname(path).toLowerCase()] ?? 'application/octet-stream'
  // A page of the emulator's own origin must not run what somebody uploaded.
  response.writeHead(200, {
    'content-type': type,
    'content-length': size,
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(options.files.locate(path)), response)
}

function permitted(
  { signer }: StorageOptions,
  permit: 'put' | 'get',
  path: string,
  until: string | null,
  sign: string | null,
  response: ServerResponse,
): boolean {
  const verdict = signer.verify(permit, path, Number(until), sign ?? '')
  if (verdict === 'forged')
    refuse(response, 403, 'SignatureDoesNotMatch', 'The Signature you specified is invalid.')
  if (verdict === 'expired') refuse(response, 403, 'AccessDenied', 'Request has expired.')
  return verdict === 'good'
}

/** The object store's errors are XML, which the SDK parses (sdk-source). */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const inner = `<Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId>`
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version='1.0' encoding='utf-8' ?><Error>${inner}</Error>`)
}

function drain(request: IncomingMessage): void {
  request.resume()
}
