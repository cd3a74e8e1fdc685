import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { type ClockReading, readAt } from './reading'

/** In fast mode the file runs this far ahead (real ms), so that a kill never lets the clock go back. */
const LEASE_MS = 2_000

/** The clock's state on disk. Real time went on while the emulator was down; a fast or frozen clock did not. */
export class ClockFile {
  constructor(private readonly path: string) {}

  load(real: number): ClockReading | undefined {
    let kept: ClockReading
    try {
      kept = JSON.parse(readFileSync(this.path, 'utf8')) as ClockReading
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
    if (kept.rate === 1) return { emulated: Math.max(kept.emulated, readAt(kept, real)), real, rate: 1 }
    return { emulated: kept.emulated, real, rate: kept.rate }
  }

  save(reading: ClockReading, real: number): void {
    const lease = reading.rate > 1 ? LEASE_MS : 0
    const kept: ClockReading = { emulated: readAt(reading, real + lease), real, rate: reading.rate }
    const fresh = `${this.path}.new`
    writeFileSync(fresh, JSON.stringify(kept))
    renameSync(fresh, this.path)
  }
}
