import type { Explanation } from '../../../../typings/contract/clock'
import type { DeadlineWords } from '../../../services/deadline'

/** One clock of a ticket, in words. */
export interface ClockWords {
  key: string
  name: string
  /** Who answers for it. */
  unit: string
  deadline: DeadlineWords
  /** 已暂停:挂账… */
  paused: string
  explanation: Explanation | null
}

/** All clocks: the running ones with why they end when they do, the finished ones in a row each. */
Component({
  properties: {
    running: { type: Array, value: [] as ClockWords[] },
    finished: { type: Array, value: [] as ClockWords[] },
  },
})
