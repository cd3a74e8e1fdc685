import type { Phone } from '../runtime/phone'
import { base64Of, bytesOf } from './binary'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { fileAt } from './file-at'

type Written = string | ArrayBuffer

/** 文件系统:手机里的文件在内存中,usr 下的关机后还在;目录只是路径的前缀。 */
export const fileSystem: WxFamily = (phone) => {
  const manager = fileSystemManager(phone)
  return { getFileSystemManager: () => manager }
}

function fileSystemManager(phone: Phone): Record<string, unknown> {
  const { files } = phone
  const missing = (path: string) =>
    new WxFailure(`no such file or directory, open "${path}"`, { errno: 1300002 })
  const must = (path: string): Blob => {
    const blob = files.get(path)
    if (!blob) throw missing(path)
    return blob
  }
  const own = (path: string): string => {
    if (!path.startsWith('wxfile://usr'))
      throw new WxFailure(`permission denied, open "${path}"`, { errno: 1300013 })
    return path
  }
  const blobOf = (value: Written, encoding?: string): Blob =>
    new Blob([typeof value === 'string' && encoding === 'base64' ? bytesOf(value) : value], { type: '' })
  const write = (path: string, value: Written, encoding?: string): void => {
    const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
    files.put(blobOf(value, encoding).slice(0, undefined, types[extension] ?? ''), extension, own(path))
  }
  const stat = (path: string) => {
    const blob = files.get(path)
    const inside = files.list().some((name) => name.startsWith(`${path.replace(/\/$/, '')}/`))
    if (!blob && !inside && path !== 'wxfile://usr') throw missing(path)
    return {
      size: blob?.size ?? 0,
      mode: blob ? 33188 : 16877,
      isFile: () => Boolean(blob),
      isDirectory: () => !blob,
    }
  }
  const list = (path: string): string[] => {
    const folder = `${path.replace(/\/$/, '')}/`
    const names = files.list().filter((name) => name.startsWith(folder))
    return [...new Set(names.map((name) => name.slice(folder.length).split('/')[0] ?? ''))]
  }
  const remove = (path: string): void => {
    if (!files.remove(path)) throw missing(path)
  }
  const copy = async (from: string, to: string): Promise<void> => {
    const { blob } = await fileAt(phone, from)
    files.put(blob, '', own(to))
  }
  const read = async (path: string, encoding?: string): Promise<Written> => {
    const { blob } = await fileAt(phone, path)
    if (!encoding) return blob.arrayBuffer()
    return encoding === 'base64' ? base64Of(await blob.arrayBuffer()) : blob.text()
  }
  interface At {
    filePath: string
  }
  return {
    ...asynchronous({
      readFile: async ({ filePath, encoding }: At & { encoding?: string }) => ({
        data: await read(filePath, encoding),
      }),
      writeFile: async ({ filePath, data, encoding }: At & { data: Written; encoding?: string }) => {
        write(filePath, data, encoding)
        await files.written()
      },
      access: ({ path }: { path: string }) => void stat(path),
      stat: ({ path }: { path: string }) => ({ stats: stat(path) }),
      readdir: ({ dirPath }: { dirPath: string }) => ({ files: list(dirPath) }),
      mkdir: () => undefined,
      unlink: ({ filePath }: At) => remove(filePath),
      copyFile: ({ srcPath, destPath }: { srcPath: string; destPath: string }) => copy(srcPath, destPath),
      async saveFile({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) {
        const name = filePath ?? `wxfile://usr/${tempFilePath.split('/').pop()}`
        files.put(must(tempFilePath), '', name)
        await files.written()
        return { savedFilePath: name }
      },
      getFileInfo: async ({ filePath }: At) => ({ size: (await fileAt(phone, filePath)).blob.size }),
    }),
    // The browser reads bytes only asynchronously, so readFileSync alone is missing.
    writeFileSync: write,
    accessSync: (path: string) => void stat(path),
    statSync: stat,
    readdirSync: list,
    mkdirSync: () => undefined,
    unlinkSync: remove,
    readFileSync: () => {
      throw new Error('FileSystemManager.readFileSync is not built in this phone: use readFile')
    },
  }
}

const types: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
}
