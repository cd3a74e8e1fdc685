import { FileDisk } from './file-disk'
import type { KeptStorage, PhoneFiles } from './phone'

/** localStorage under a prefix of app and person, so that phones on one page don't share it. */
export function keptStorage(
  appId: string,
  person: string,
  store: Storage = window.localStorage,
): KeptStorage {
  const prefix = `phone:${appId}:${person}:`
  return {
    get: (key) => store.getItem(prefix + key),
    set: (key, value) => store.setItem(prefix + key, value),
    remove: (key) => store.removeItem(prefix + key),
    keys: () =>
      Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  }
}

/** Files in memory; their `wxfile://` paths are shown to the browser as object URLs. Those under usr/ outlive the phone. */
export class MemoryFiles implements PhoneFiles {
  private readonly files = new Map<string, { blob: Blob; url: string }>()
  private readonly disk: FileDisk
  private count = 0

  constructor(appId: string, person: string) {
    this.disk = new FileDisk(`${appId}:${person}`)
  }

  /** Before the app starts: what was kept when the phone was last open. */
  async restore(): Promise<void> {
    for (const { path, blob } of await this.disk.all()) this.hold(path, blob)
  }

  put(bytes: Blob, extension: string, path?: string): string {
    this.count += 1
    const name = path ?? `wxfile://tmp_${Date.now().toString(36)}${this.count}.${extension}`
    this.hold(name, bytes)
    if (outlives(name)) this.disk.put(name, bytes)
    return name
  }

  get(path: string): Blob | undefined {
    return this.files.get(path)?.blob
  }

  urlOf(path: string): string | undefined {
    return this.files.get(path)?.url
  }

  remove(path: string): boolean {
    if (outlives(path)) this.disk.remove(path)
    return this.drop(path)
  }

  list(): string[] {
    return [...this.files.keys()]
  }

  written(): Promise<void> {
    return this.disk.written()
  }

  private hold(path: string, blob: Blob): void {
    this.drop(path)
    this.files.set(path, { blob, url: URL.createObjectURL(blob) })
  }

  private drop(path: string): boolean {
    const known = this.files.get(path)
    if (known) URL.revokeObjectURL(known.url)
    return this.files.delete(path)
  }
}

const outlives = (path: string) => path.startsWith('wxfile://usr')
