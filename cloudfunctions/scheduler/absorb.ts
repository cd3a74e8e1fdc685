import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { decide } from '../domain/ticket/decide'
import { rulesOf } from '../domain/ticket/rules'
import type { OutboxItem, Ticket } from '../domain/ticket/ticket'
import { findTicket, saveTicket } from '../platform/stores/ticket-store'

const triesMost = 3

/** 并单's second half: the parent takes the child in. Done again until it stands; a repeat changes nothing. */
export async function absorbInto(
  { parentId, mergeId }: Extract<OutboxItem, { kind: 'absorb' }>,
  child: Ticket,
  directory: Directory,
  at: Timestamp,
): Promise<void> {
  for (let attempt = 1; attempt <= triesMost; attempt++) {
    const parent = await findTicket(parentId)
    if (!parent || parent.absorbed.some((one) => one.mergeId === mergeId)) return
    const input = { childId: child._id, mergeId, coSigners: child.coSignerCount }
    const after = decide(parent, 'absorb', input, { at, by: { role: 'system' }, rules: rulesOf(directory) })
    if (await saveTicket(parent, after)) return
  }
  throw new Error('absorb: the parent kept changing; the next run repeats it')
}
