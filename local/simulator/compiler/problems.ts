import type { Problem } from '../runtime/host'
import type { Sources } from './sources'

/** Collects what is wrong with the source, so that one run tells everything. */
export class Problems {
  readonly list: Problem[] = []

  constructor(private readonly sources: Sources) {}

  error(message: string, path?: string, at?: Place): void {
    this.add('error', message, path, at)
  }

  warn(message: string, path?: string, at?: Place): void {
    this.add('warning', message, path, at)
  }

  private add(severity: Problem['severity'], message: string, path?: string, at?: Place): void {
    const problem: Problem = { severity, message, ...at }
    if (path !== undefined) problem.file = this.sources.display(path)
    const same = (other: Problem) =>
      other.message === message && other.file === problem.file && other.line === problem.line
    if (!this.list.some(same)) this.list.push(problem)
  }
}

export interface Place {
  line: number
  column: number
}

/** Line and column, from 1, of an offset in a text. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, Math.max(0, offset))
  const line = before.split('\n').length
  return { line, column: before.length - before.lastIndexOf('\n') }
}

/** Where a word stands first in a text; the beginning where it does not. */
export function placeOfWord(text: string, word: string): Place {
  return placeOf(text, Math.max(0, text.indexOf(word)))
}

/** As a terminal and the overlay print it. */
export function describe(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
  return `${problem.severity === 'error' ? '✗' : '!'} ${place ? `${place}  ` : ''}${problem.message}`
}
