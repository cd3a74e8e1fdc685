import { CloudError } from '../action'
import { ENV_ID } from '../environment-id'

/** The bucket of the local environment, shaped as the platform's. */
const BUCKET = '6c6f-local-1250000000'
const PREFIX = `cloud://${ENV_ID}.${BUCKET}/`

/** Bytes of a path, percent-encoded; source: 云存储文件名规范 (official-doc). */
const PATH_BYTES_MAX = 850

export function fileIdOf(path: string): string {
  return PREFIX + path
}

/** @throws CloudError STORAGE_FILE_NONEXIST for an id of another environment. */
export function pathOf(fileId: unknown): string {
  if (typeof fileId !== 'string' || !fileId.startsWith(PREFIX)) {
    throw new CloudError('STORAGE_FILE_NONEXIST', 'The file id is not of this environment.')
  }
  return checkPath(fileId.slice(PREFIX.length))
}

/**
 * No empty name, no leading or doubled slash, no control characters (official-doc). `?`, `#` and `%` are refused too
 * (guess): the SDK's encodeURI would not carry them in a temporary URL.
 * @throws CloudError INVALID_PARAM
 */
export function checkPath(path: unknown): string {
  const good =
    typeof path === 'string' &&
    path !== '' &&
    !path.startsWith('/') &&
    !path.includes('//') &&
    !path.split('/').some((part) => part === '.' || part === '..') &&
    !/[\u0000-\u001f\u007f?#%]/.test(path) &&
    Buffer.byteLength(encodeURI(path)) <= PATH_BYTES_MAX
  if (!good) throw new CloudError('INVALID_PARAM', 'The file path is not one that the storage takes.')
  return path
}
