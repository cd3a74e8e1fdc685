import type { CommandName } from '../../../typings/contract/commands'
import { calling } from './commands/calling'
import { committing } from './commands/committing'
import { dispatching } from './commands/dispatching'
import { evaluating } from './commands/evaluating'
import { flagging } from './commands/flagging'
import { handling } from './commands/handling'
import { handingOver } from './commands/handing-over'
import { merging } from './commands/merging'
import { moreTime } from './commands/more-time'
import { nonAcceptance } from './commands/non-acceptance'
import { exposing } from './commands/exposing'
import { publishing } from './commands/publishing'
import { recalculating } from './commands/recalculating'
import { replying } from './commands/replying'
import { returning } from './commands/returning'
import { supervising } from './commands/supervising'
import { telling } from './commands/telling'
import { together } from './commands/together'
import { ownWords } from './commands/own-words'
import { waking } from './commands/waking'
import type { Steps } from './step'

/** Every row of the transition table and the rule behind it. */
export const steps: Steps<CommandName> = {
  ...dispatching,
  ...nonAcceptance,
  ...handling,
  ...handingOver,
  ...returning,
  ...moreTime,
  ...committing,
  ...together,
  ...replying,
  ...evaluating,
  ...calling,
  ...ownWords,
  ...supervising,
  ...telling,
  ...flagging,
  ...exposing,
  ...publishing,
  ...merging,
  ...waking,
  ...recalculating,
}
