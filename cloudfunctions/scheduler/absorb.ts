import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { decide } from '../domain/ticket/decide'
import { rulesOf } from '../domain/ticket/rules'
import type { OutboxItem, Ticket } from '../domain/ticket/ticket'
import { adoptCoSigners } from '../platform/stores/co-signer-store'
import { findTicket, saveTicket } from '../platform/stores/ticket-store'

const triesMost = 3

/**
 * 并单's second half: the parent takes the child in, and whoever called or shared the child hears of the parent from now
 * on. Done again until it stands; a repeat changes nothing.
 */
export async function absorbInto(
  { parentId, mergeId }: Extract<OutboxItem, { kind: 'absorb' }>,
  child: Ticket,
  directory: Directory,
  at: Timestamp,
): Promise<void> {
  await adoptCoSigners(parentId, child, at)
  for (let attempt = 1; attempt <= triesMost; attempt++) {
    const parent = await findTicket(parentId)
    if (!parent || parent.absorbed.some((one) => one.mergeId === mergeId)) return
    const input = { childId: child._id, mergeId, coSigners: child.coSignerCount }
    const after = decide(parent, 'absorb', input, { at, by: { role: 'system' }, rules: rulesOf(directory) })
    if (await saveTicket(parent, after, 'system')) return
  }
  throw new Error('absorb: the parent kept changing; the next run repeats it')
}
