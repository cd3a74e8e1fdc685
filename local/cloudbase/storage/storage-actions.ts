import { type ActionHandler, type ActionTable, CloudError } from '../action'
import { checkPath, fileIdOf, pathOf } from './file-id'
import type { FileStore } from './file-store'
import type { UrlSigner } from './signed-url'

export interface StorageOptions {
  files: FileStore
  signer: UrlSigner
  /** The emulator's address, known once its door is open. */
  url: () => string
}

/** Seconds; source: getTempFileURL, one day by default (official-doc). */
const DOWNLOAD_SECONDS = 86_400
/** Seconds in which an upload must begin (guess). */
const UPLOAD_SECONDS = 3_600

/** `storage.*`. Each file of a batch succeeds or fails by itself, with a code of its own (sdk-source). */
export function storageActions(options: StorageOptions): ActionTable {
  const { files, signer, url } = options

  const getUploadMetadata: ActionHandler = {
    mark: 'sdk-source',
    handle({ path: given }) {
      const path = checkPath(given)
      const { until, sign } = signer.sign('put', path, UPLOAD_SECONDS)
      return {
        data: {
          url: `${url()}/cos/${encodeURIComponent(path)}`,
          token: 'local-token',
          authorization: `until=${until}&sign=${sign}`,
          fileId: fileIdOf(path),
          cosFileId: sign.slice(0, 32),
          download_url: `${url()}/cos/${path}`,
        },
      }
    },
  }

  const batchGetDownloadUrl: ActionHandler = {
    mark: 'sdk-source',
    async handle(body) {
      const list = await each(body.file_list, async (file) => {
        const { fileid, max_age } = file as { fileid?: unknown; max_age?: unknown }
        return perFile(fileid, async (path) => {
          if ((await files.size(path)) === undefined) throw missing()
          const seconds = typeof max_age === 'number' && max_age > 0 ? max_age : DOWNLOAD_SECONDS
          const tempFileURL = temporaryUrl(options, path, seconds)
          return { tempFileURL, download_url: tempFileURL, maxAge: seconds }
        })
      })
      return { data: { download_list: list } }
    },
  }

  const batchDeleteFile: ActionHandler = {
    mark: 'sdk-source',
    async handle(body) {
      const list = await each(body.fileid_list, (fileId) =>
        perFile(fileId, async (path) => {
          if (!(await files.remove(path))) throw missing()
          return {}
        }),
      )
      return { data: { delete_list: list } }
    },
  }

  const batchCopyFile: ActionHandler = {
    mark: 'sdk-source',
    async handle(body) {
      const list = await each(body.file_list, async (file) => {
        const { src_path, dst_path, overwrite, remove_original } = file as Record<string, unknown>
        return perFile(fileIdOf(String(src_path)), async (from) => {
          const to = checkPath(dst_path)
          if ((await files.size(from)) === undefined) throw missing()
          if (overwrite === false && (await files.size(to)) !== undefined) {
            throw new CloudError('STORAGE_REQUEST_FAIL', 'The target file exists.')
          }
          await files.copy(from, to)
          if (remove_original === true) await files.remove(from)
          return { fileID: fileIdOf(to) }
        })
      })
      return { data: { copy_list: list } }
    },
  }

  return {
    'storage.getUploadMetadata': getUploadMetadata,
    'storage.batchGetDownloadUrl': batchGetDownloadUrl,
    'storage.batchDeleteFile': batchDeleteFile,
    'storage.batchCopyFile': batchCopyFile,
  }
}

/** The path is left as it is: the SDK percent-encodes the URL before it fetches it (sdk-source). */
function temporaryUrl({ signer, url }: StorageOptions, path: string, seconds: number): string {
  const { until, sign } = signer.sign('get', path, seconds)
  return `${url()}/cos/${path}?sign=${sign}&t=${until}`
}

async function each<T>(list: unknown, work: (item: unknown) => Promise<T>): Promise<T[]> {
  if (!Array.isArray(list)) throw new CloudError('INVALID_PARAM', 'A list of files is needed.')
  return Promise.all(list.map(work))
}

async function perFile(
  fileId: unknown,
  work: (path: string) => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  try {
    return { code: 'SUCCESS', fileID: fileId, fileid: fileId, ...(await work(pathOf(fileId))) }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return { code: error.code, message: error.message, fileID: fileId, fileid: fileId, tempFileURL: '' }
  }
}

function missing(): CloudError {
  return new CloudError('STORAGE_FILE_NONEXIST', 'storage file not exist')
}
