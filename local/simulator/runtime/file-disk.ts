interface KeptFile {
  path: string
  blob: Blob
}

const DATABASE = 'phone-files'
const STORE = 'files'

/** Files that outlive the phone, in the browser's own database. A phone that never kept one doesn't wait for it. */
export class FileDisk {
  private under = Promise.resolve()
  private readonly mark: string

  /** @param owner whose files: app and person */
  constructor(private readonly owner: string) {
    this.mark = `${DATABASE}:${owner}`
  }

  async all(): Promise<KeptFile[]> {
    if (window.localStorage.getItem(this.mark) === null) return []
    const mine = IDBKeyRange.bound([this.owner], [this.owner, []])
    return this.do('readonly', (store) => store.getAll(mine) as IDBRequest<KeptFile[]>)
  }

  put(path: string, blob: Blob): void {
    window.localStorage.setItem(this.mark, 'yes')
    this.then('readwrite', (store) => store.put({ path, blob }, [this.owner, path]))
  }

  remove(path: string): void {
    this.then('readwrite', (store) => store.delete([this.owner, path]))
  }

  /** All that was put so far is safe. */
  written(): Promise<void> {
    return this.under
  }

  private then(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): void {
    this.under = this.under.then(() => this.do(mode, work)).then(() => undefined)
  }

  private async do<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await opened()
    const answer = await fulfilled(work(database.transaction(STORE, mode).objectStore(STORE)))
    database.close()
    return answer
  }
}

function opened(): Promise<IDBDatabase> {
  const request = window.indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return fulfilled(request)
}

function fulfilled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no files'))
  })
}
