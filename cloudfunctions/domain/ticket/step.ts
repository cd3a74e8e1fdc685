import type { CommandInputs, CommandName } from '../../../typings/contract/commands'
import type { Draft } from './draft'

/** What one command does to a draft, its status and its actor already checked against the table. */
export type Step<Name extends CommandName> = (draft: Draft, input: CommandInputs[Name]) => void

export type Steps<Names extends CommandName> = { [Name in Names]: Step<Name> }
