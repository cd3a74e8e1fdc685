import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'

/** A file of JSON lines that is only ever added to. Without a path it lives in memory. */
export class Journal<T> {
  private readonly file?: number

  /** @param onLine told each line kept from before, oldest first. */
  constructor(path: string | undefined, onLine: (line: T) => void) {
    if (path === undefined) return
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const lines = text.split('\n')
    // What follows the last newline was cut off by a kill before it was acknowledged; it is taken off.
    const whole = lines.slice(0, -1)
    for (const line of whole) onLine(JSON.parse(line) as T)
    if (existsSync(path)) truncateSync(path, Buffer.byteLength(whole.map((line) => `${line}\n`).join('')))
    this.file = openSync(path, 'a')
  }

  /** Returns when the line is on disk. */
  add(line: T): void {
    if (this.file === undefined) return
    writeSync(this.file, `${JSON.stringify(line)}\n`)
    fsyncSync(this.file)
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file)
  }
}
