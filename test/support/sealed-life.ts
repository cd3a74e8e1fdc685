import { type Sealing, sealed } from '../../cloudfunctions/domain/audit/seal'
import { figuresOf } from '../../cloudfunctions/domain/audit/sealed-figures'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import { hash } from '../../cloudfunctions/platform/sealing'
import { Life } from './builders'

let salts = 0

/** As the store seals, with salts that a failing test shows again. */
export const plainSealing: Sealing = { hash, salt: () => `salt-${String((salts += 1)).padStart(11, '0')}` }

/** A life whose ticket is sealed at each step, as the store does. */
export class SealedLife extends Life {
  protected override written(next: Ticket): Ticket {
    const plain = JSON.parse(JSON.stringify(next)) as Ticket
    // Undefined in the constructor: nothing has been written yet.
    const before = this.ticket as Ticket | undefined
    if (before?.history.length === plain.history.length && figuresOf(before) !== figuresOf(plain))
      throw new Error('what rates are counted from changed, and no line of the history says so')
    return sealed(before, plain, plainSealing)
  }
}
