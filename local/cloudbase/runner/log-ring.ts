import type { LogLevel } from './instance'

export interface LogLine {
  /** Emulated instant, ms UTC. */
  at: number
  function: string
  /** The invocation it belongs to; null while a bundle is loaded. */
  requestId: string | null
  level: LogLevel
  text: string
}

/** The last lines that functions wrote, oldest first. */
export class LogRing {
  private lines: LogLine[] = []

  constructor(private readonly capacity = 5_000) {}

  add(line: LogLine): void {
    this.lines.push(line)
    if (this.lines.length >= this.capacity * 2) this.lines = this.lines.slice(-this.capacity)
  }

  read(filter: { requestId?: string; function?: string; limit?: number } = {}): LogLine[] {
    return this.lines
      .slice(-this.capacity)
      .filter((line) => filter.requestId === undefined || line.requestId === filter.requestId)
      .filter((line) => filter.function === undefined || line.function === filter.function)
      .slice(-(filter.limit ?? this.capacity))
  }
}
