import type { LimitClass, Service } from '../../../typings/contract/directory'
import type { DepartmentId } from '../departments'
import type { Level1, Level2 } from '../taxonomy'

/** A service and its row of the 派单目录 in one: neither can be without the other. */
export interface Matter {
  code: string
  /** As residents say it. */
  name: string
  level1: Level1
  level2: string
  /** A department by id, or whoever governs the place by the street's or the village's own list. */
  lead: DepartmentId | 'street' | 'village'
  assist?: readonly DepartmentId[]
  words: readonly string[]
  limitClass: LimitClass
  questions?: Service['questions']
}

interface Row<Class extends Level1> extends Omit<Matter, 'level1' | 'level2' | 'words' | 'limitClass'> {
  level2: Level2<Class>
  /** Separated by spaces; a word belongs to one service only. */
  words: string
  /** Defaults to `general`. */
  limitClass?: LimitClass
}

export const matters = <Class extends Level1>(level1: Class, rows: readonly Row<Class>[]): Matter[] =>
  rows.map((row) => ({ limitClass: 'general', ...row, level1, words: row.words.split(/\s+/) }))

export const when = { id: 'when', label: '什么时候开始的' } as const
