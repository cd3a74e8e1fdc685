import { indexDirectory } from '../domain/routing/index-directory'
import type { Moment } from '../domain/ticket/rules'
import type { OutboxItem, Ticket } from '../domain/ticket/ticket'
import { keepCorrection } from '../platform/stores/correction-store'

/** Keeps what a person made of the model's guess, for the next training (`npm run corrections`). */
export async function learn(
  { _id, guess }: Ticket,
  { serviceCode, at }: Extract<OutboxItem, { kind: 'correction' }>,
  { rules }: Moment,
): Promise<void> {
  const service = indexDirectory(rules.directory).services.get(serviceCode)
  if (!guess || !service) return
  const { serviceCode: said, level1, confidence, basis } = guess
  await keepCorrection({
    _id,
    guessed: { level1, confidence, basis, ...(said && { serviceCode: said }) },
    serviceCode,
    level1: service.level1,
    agreed: said === serviceCode,
    at,
  })
}
