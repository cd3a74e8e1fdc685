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

/** Files in memory; their `wxfile://` paths are shown to the browser as object URLs. */
export class MemoryFiles implements PhoneFiles {
  private readonly files = new Map<string, { blob: Blob; url: string }>()
  private count = 0

  put(bytes: Blob, extension: string, path?: string): string {
    this.count += 1
    const name = path ?? `wxfile://tmp_${Date.now().toString(36)}${this.count}.${extension}`
    this.remove(name)
    this.files.set(name, { blob: bytes, url: URL.createObjectURL(bytes) })
    return name
  }

  get(path: string): Blob | undefined {
    return this.files.get(path)?.blob
  }

  urlOf(path: string): string | undefined {
    return this.files.get(path)?.url
  }

  remove(path: string): boolean {
    const known = this.files.get(path)
    if (known) URL.revokeObjectURL(known.url)
    return this.files.delete(path)
  }

  list(): string[] {
    return [...this.files.keys()]
  }
}
