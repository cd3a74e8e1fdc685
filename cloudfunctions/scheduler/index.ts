import { openidOfCall } from '../platform/caller'
import { recountStreets } from '../platform/stores/publication-store'
import { rollUpDays } from './roll-up-days'
import { sweep } from './sweep'

async function night(at: number) {
  await recountStreets()
  return rollUpDays(at)
}

interface TimerEvent {
  Type?: string
  TriggerName?: string
}

/**
 * The clock's work: wakes, messages, facts, roll-ups. Only a timer may start it; a person may not, whatever they send.
 * Missed and doubled runs change nothing: what was done stands on the ticket.
 */
export async function main(event: TimerEvent): Promise<unknown> {
  if (openidOfCall() !== undefined || event.Type !== 'Timer')
    return { ok: false, error: { code: 'NOT_ALLOWED', message: '只由定时器运行。', requestId: '' } }
  const data = event.TriggerName === 'rollup' ? await night(Date.now()) : await sweep(Date.now())
  return { ok: true, data }
}
