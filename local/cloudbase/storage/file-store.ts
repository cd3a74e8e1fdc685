import { createHash, randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** Files under hashed names, so that no path of a resident's shows on disk and any character is safe. */
export class FileStore {
  constructor(private readonly folder: string) {}

  /** Where the bytes of a path lie. */
  locate(path: string): string {
    const name = createHash('sha256').update(path).digest('hex')
    return join(this.folder, name.slice(0, 2), name.slice(2) + extname(path).replace(/[^.A-Za-z0-9]/g, ''))
  }

  /** Resolves only when the bytes are on disk. A file of the same path is replaced whole. */
  async put(path: string, content: Readable): Promise<void> {
    const place = this.locate(path)
    await mkdir(dirname(place), { recursive: true })
    const fresh = `${place}.${randomUUID()}`
    const file = await open(fresh, 'wx')
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) await file.write(chunk)
      await file.sync()
      await file.close()
      await rename(fresh, place)
    } catch (error) {
      await file.close().catch(() => undefined)
      await rm(fresh, { force: true })
      throw error
    }
    await syncFolder(dirname(place))
  }

  /** @returns bytes, or undefined when there is no such file. */
  async size(path: string): Promise<number | undefined> {
    try {
      return (await stat(this.locate(path))).size
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  /** @returns whether there was one. */
  async remove(path: string): Promise<boolean> {
    if ((await this.size(path)) === undefined) return false
    await rm(this.locate(path), { force: true })
    return true
  }

  async copy(from: string, to: string): Promise<void> {
    const place = this.locate(to)
    await mkdir(dirname(place), { recursive: true })
    await copyFile(this.locate(from), place)
    await syncFolder(dirname(place))
  }
}

/** A rename is durable when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
